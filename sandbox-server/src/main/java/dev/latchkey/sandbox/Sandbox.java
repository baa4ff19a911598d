package dev.latchkey.sandbox;

import dev.latchkey.sandbox.fault.Script;
import dev.latchkey.sandbox.gofigr.GofigrRoutes;
import dev.latchkey.sandbox.mgnify.MgnifyRoutes;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running twin of MGnify and GoFigr. Thread-safe. It keeps the JVM alive until it is closed.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *   URI mgnify = sandbox.mgnifyUrl();
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
  private final SandboxStores stores;
  private final Javalin server;
  private final URI url;
  private final Optional<ControlServer> control;
  private final SandboxOptions options;
  private final RequestLog requests;
  private final Script script;
  private final Set<String> removed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Sandbox(SandboxOptions options, SandboxStores stores) {
    this.options = options;
    this.stores = stores;
    this.requests = new RequestLog();
    this.script = new Script(options.clock());
    this.server = new SandboxServer(options, stores, script).start(requests);
    this.url = url(options.address(), server.port());
    this.control = options.isControlled() ? Optional.of(steered()) : Optional.empty();
  }

  /**
   * Starts a sandbox with {@link SandboxOptions#defaults()}.
   *
   * @throws SandboxException if it cannot be started
   */
  public static Sandbox start() {
    return start(SandboxOptions.defaults());
  }

  /**
   * Starts a sandbox.
   *
   * @throws SandboxException if it cannot be started: the port is taken, the data directory is in
   *     use, the database cannot be reached, or others could reach the sandbox without TLS
   */
  public static Sandbox start(SandboxOptions options) {
    SandboxStores stores = open(options);
    try {
      return new Sandbox(options, stores);
    } catch (SandboxException e) {
      stores.close();
      throw e;
    } catch (RuntimeException e) {
      stores.close();
      throw new SandboxException(
          "The sandbox cannot listen on port " + options.port() + "; choose another or 0", e);
    }
  }

  /** {@code http://127.0.0.1:PORT} unless it listens elsewhere, with a page for people. */
  public URI url() {
    return url;
  }

  /** Where another process steers this sandbox, if {@link SandboxOptions#withControl} allows it. */
  public Optional<URI> controlUrl() {
    return control.map(ControlServer::url);
  }

  /** MGnify's base URL; ends in a slash. */
  public URI mgnifyUrl() {
    return url().resolve(MgnifyRoutes.BASE);
  }

  /** GoFigr's base URL as its own clients are given it: the same as {@link #url()}. */
  public URI gofigrUrl() {
    return url();
  }

  /** GoFigr's base URL with the path that its clients append; ends in a slash. */
  public URI gofigrApiUrl() {
    return url().resolve(GofigrRoutes.BASE);
  }

  /** The users that can log in: those of the options, but for those removed here. */
  public List<SandboxUser> users() {
    return options.users().stream().filter(user -> !removed.contains(user.username())).toList();
  }

  /**
   * Removes a user: nobody logs in by this name any more, and their keys and tokens are refused
   * where the twin looks users up, which MGnify's side does not. A sandbox that is started with
   * this user on the same database lets them in again.
   *
   * @throws IllegalArgumentException if there is no such user
   */
  public void removeUser(String username) {
    if (!stores.stores().accounts().remove(username)) {
      throw new IllegalArgumentException("There is no user " + username);
    }
    removed.add(username);
  }

  /**
   * Revokes a sliding token with all its copies, or one token of a pair, on every sandbox on this
   * database: it is neither refreshed nor accepted again. Verifying a sliding token still succeeds,
   * as that looks at nothing but its signature and end.
   *
   * @throws IllegalArgumentException if the token is none of this sandbox's, or over already
   */
  public void revoke(String token) {
    if (!stores.revoke(token)) {
      throw new IllegalArgumentException("Not a token of this sandbox, or one that is over");
    }
  }

  /** The device logins that wait for an answer. */
  public DeviceLogins deviceLogins() {
    return new DeviceLogins(stores.devices());
  }

  /** What goes wrong; nothing, until something is added. */
  public FaultScript faults() {
    return new FaultScript(script);
  }

  /** What was received so far. */
  public RequestLog requests() {
    return requests;
  }

  /** Stops listening and forgets everything that is not in a data directory; once is enough. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      control.ifPresent(ControlServer::close);
      server.stop();
      stores.close();
    }
  }

  private ControlServer steered() {
    try {
      return ControlServer.start(this, options);
    } catch (IOException e) {
      server.stop();
      throw new UncheckedIOException("No port is left to steer the sandbox at", e);
    }
  }

  private static SandboxStores open(SandboxOptions options) {
    try {
      return SandboxStores.open(options);
    } catch (RuntimeException e) {
      throw new SandboxException(
          "Opening " + options.database() + " failed; " + hint(options.database()), e);
    }
  }

  private static String hint(SandboxDatabase database) {
    return database.isShared()
        ? "see that the server runs, lets this user in, and holds no other tables there"
        : "see that nothing else uses it and that it can be written";
  }

  private static URI url(SandboxAddress address, int port) {
    String scheme = address.tls().isPresent() ? "https://" : "http://";
    return URI.create(scheme + address.nameInUrl() + ":" + port);
  }
}
