package dev.latchkey.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a sandbox is to behave. Immutable: every {@code with…} makes a copy. */
public final class SandboxOptions {
  private int port;
  private InstantSource clock = InstantSource.system();
  private Duration tokenLifetime = Duration.ofHours(24);
  private Duration refreshWindow = Duration.ofHours(24);
  private Duration accessLifetime = Duration.ofHours(1);
  private RefreshMode refreshMode = RefreshMode.STRICT;
  private boolean control;
  private Dialect dialect = Dialect.MGNIFY;
  private Duration tokenDelay = Duration.ZERO;
  private Duration deviceLifetime = Duration.ofMinutes(10);
  private Duration deviceInterval = Duration.ofSeconds(5);
  private SandboxDatabase database = SandboxDatabase.inMemory();
  private SandboxAddress address = SandboxAddress.loopback();
  private @Nullable LoginLimit loginLimit;
  private List<SandboxUser> users = SandboxUser.defaults();
  private SandboxData data = SandboxData.defaults();
  private int passwordCost = 5;

  private SandboxOptions() {}

  private SandboxOptions(SandboxOptions other) {
    this.port = other.port;
    this.clock = other.clock;
    this.tokenLifetime = other.tokenLifetime;
    this.refreshWindow = other.refreshWindow;
    this.accessLifetime = other.accessLifetime;
    this.refreshMode = other.refreshMode;
    this.control = other.control;
    this.dialect = other.dialect;
    this.tokenDelay = other.tokenDelay;
    this.deviceLifetime = other.deviceLifetime;
    this.deviceInterval = other.deviceInterval;
    this.database = other.database;
    this.address = other.address;
    this.loginLimit = other.loginLimit;
    this.users = other.users;
    this.data = other.data;
    this.passwordCost = other.passwordCost;
  }

  /** A free port, the system's clock, MGnify's lifetimes, the default users, nothing kept. */
  public static SandboxOptions defaults() {
    return new SandboxOptions();
  }

  /** Listens on {@code newPort}; 0 takes a free one. */
  public SandboxOptions withPort(int newPort) {
    require(newPort >= 0 && newPort <= 65_535, "A port is from 0 to 65535");
    SandboxOptions copy = new SandboxOptions(this);
    copy.port = newPort;
    return copy;
  }

  /** Takes every time and date from {@code newClock}; a {@link java.time.Clock} is one. */
  public SandboxOptions withClock(InstantSource newClock) {
    SandboxOptions copy = new SandboxOptions(this);
    copy.clock = Objects.requireNonNull(newClock, "clock");
    return copy;
  }

  /** Lets sliding tokens last this long, in whole seconds. */
  public SandboxOptions withTokenLifetime(Duration newLifetime) {
    require(newLifetime.toSeconds() > 0, "A token lifetime is at least a second");
    SandboxOptions copy = new SandboxOptions(this);
    copy.tokenLifetime = newLifetime;
    return copy;
  }

  /** Lets sliding tokens be refreshed, and GoFigr's refresh tokens last, this long from login. */
  public SandboxOptions withRefreshWindow(Duration newWindow) {
    require(newWindow.toSeconds() > 0, "A refresh window is at least a second");
    SandboxOptions copy = new SandboxOptions(this);
    copy.refreshWindow = newWindow;
    return copy;
  }

  /**
   * Lets GoFigr's access tokens last this long, in whole seconds, before they are to be renewed.
   */
  public SandboxOptions withAccessLifetime(Duration newLifetime) {
    require(newLifetime.toSeconds() > 0, "A token lifetime is at least a second");
    SandboxOptions copy = new SandboxOptions(this);
    copy.accessLifetime = newLifetime;
    return copy;
  }

  /** Treats refreshes after {@code exp} as {@code newMode} says. */
  public SandboxOptions withRefreshMode(RefreshMode newMode) {
    SandboxOptions copy = new SandboxOptions(this);
    copy.refreshMode = Objects.requireNonNull(newMode, "refreshMode");
    return copy;
  }

  /** Lets another process steer the sandbox, at {@link Sandbox#controlUrl()}. */
  public SandboxOptions withControl() {
    SandboxOptions copy = new SandboxOptions(this);
    copy.control = true;
    return copy;
  }

  /** Answers on MGnify's side as {@code newDialect} does. */
  public SandboxOptions withDialect(Dialect newDialect) {
    SandboxOptions copy = new SandboxOptions(this);
    copy.dialect = Objects.requireNonNull(newDialect, "dialect");
    return copy;
  }

  /** Holds every call to a token endpoint for this long, in real time, before it is worked on. */
  public SandboxOptions withTokenDelay(Duration newDelay) {
    require(!newDelay.isNegative(), "A delay is not negative");
    SandboxOptions copy = new SandboxOptions(this);
    copy.tokenDelay = newDelay;
    return copy;
  }

  /** Lets the codes of a device login wait this long to be entered, in whole seconds. */
  public SandboxOptions withDeviceLifetime(Duration newLifetime) {
    require(newLifetime.toSeconds() > 0, "A device login lasts at least a second");
    SandboxOptions copy = new SandboxOptions(this);
    copy.deviceLifetime = newLifetime;
    return copy;
  }

  /** Has a device wait this long, in whole seconds, from one question to the next. */
  public SandboxOptions withDeviceInterval(Duration newInterval) {
    require(newInterval.toSeconds() > 0, "A device waits at least a second");
    SandboxOptions copy = new SandboxOptions(this);
    copy.deviceInterval = newInterval;
    return copy;
  }

  /** Keeps everything, signing keys included, in this directory: {@link SandboxDatabase#in}. */
  public SandboxOptions withDataDirectory(Path newDirectory) {
    return withDatabase(SandboxDatabase.in(newDirectory));
  }

  /** Keeps everything in {@code newDatabase}. */
  public SandboxOptions withDatabase(SandboxDatabase newDatabase) {
    SandboxOptions copy = new SandboxOptions(this);
    copy.database = Objects.requireNonNull(newDatabase, "database");
    return copy;
  }

  /** Listens there instead of on 127.0.0.1 alone. */
  public SandboxOptions withAddress(SandboxAddress newAddress) {
    SandboxOptions copy = new SandboxOptions(this);
    copy.address = Objects.requireNonNull(newAddress, "address");
    return copy;
  }

  /** Lets logins fail so often; see {@link #loginLimit()} for what holds without this. */
  public SandboxOptions withLoginLimit(LoginLimit newLimit) {
    SandboxOptions copy = new SandboxOptions(this);
    copy.loginLimit = Objects.requireNonNull(newLimit, "loginLimit");
    return copy;
  }

  /** Has these users instead of {@link SandboxUser#defaults()}; at least one, no name twice. */
  public SandboxOptions withUsers(List<SandboxUser> newUsers) {
    List<String> names = newUsers.stream().map(SandboxUser::username).toList();
    require(!names.isEmpty(), "A sandbox needs a user");
    require(new HashSet<>(names).size() == names.size(), "Two users have the same name");
    SandboxOptions copy = new SandboxOptions(this);
    copy.users = List.copyOf(newUsers);
    return copy;
  }

  /** Shows these records and files on MGnify's side. */
  public SandboxOptions withData(SandboxData newData) {
    SandboxOptions copy = new SandboxOptions(this);
    copy.data = Objects.requireNonNull(newData, "data");
    return copy;
  }

  /** Gives every user this many private studies on MGnify's side. */
  public SandboxOptions withPrivateStudies(int newCount) {
    return withData(data.withPrivateStudies(newCount));
  }

  /**
   * Hashes passwords at this bcrypt cost, from 4 to 31; each step doubles the time of a login. The
   * default is low since a sandbox's passwords are published.
   */
  public SandboxOptions withPasswordCost(int newCost) {
    require(newCost >= 4 && newCost <= 31, "A bcrypt cost is from 4 to 31");
    SandboxOptions copy = new SandboxOptions(this);
    copy.passwordCost = newCost;
    return copy;
  }

  /** The port asked for; see {@link #withPort}. */
  public int port() {
    return port;
  }

  /** See {@link #withClock}. */
  public InstantSource clock() {
    return clock;
  }

  /** See {@link #withTokenLifetime}. */
  public Duration tokenLifetime() {
    return tokenLifetime;
  }

  /** See {@link #withRefreshWindow}. */
  public Duration refreshWindow() {
    return refreshWindow;
  }

  /** See {@link #withAccessLifetime}. */
  public Duration accessLifetime() {
    return accessLifetime;
  }

  /** See {@link #withRefreshMode}. */
  public RefreshMode refreshMode() {
    return refreshMode;
  }

  /** See {@link #withControl}. */
  public boolean isControlled() {
    return control;
  }

  /** See {@link #withDialect}. */
  public Dialect dialect() {
    return dialect;
  }

  /** See {@link #withTokenDelay}. */
  public Duration tokenDelay() {
    return tokenDelay;
  }

  /** See {@link #withDeviceLifetime}. */
  public Duration deviceLifetime() {
    return deviceLifetime;
  }

  /** See {@link #withDeviceInterval}. */
  public Duration deviceInterval() {
    return deviceInterval;
  }

  /** See {@link #withDatabase}. */
  public SandboxDatabase database() {
    return database;
  }

  /** See {@link #withAddress}. */
  public SandboxAddress address() {
    return address;
  }

  /**
   * See {@link #withLoginLimit}; without it, {@link LoginLimit#none()} for a sandbox that keeps
   * nothing and that only this machine reaches, else {@link LoginLimit#standard()}.
   */
  public LoginLimit loginLimit() {
    if (loginLimit != null) {
      return loginLimit;
    }
    boolean isToy = !database.isKept() && address.isLoopback();
    return isToy ? LoginLimit.none() : LoginLimit.standard();
  }

  /** See {@link #withUsers}. */
  public List<SandboxUser> users() {
    return users;
  }

  /** See {@link #withData}. */
  public SandboxData data() {
    return data;
  }

  /** See {@link #withPasswordCost}. */
  public int passwordCost() {
    return passwordCost;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
