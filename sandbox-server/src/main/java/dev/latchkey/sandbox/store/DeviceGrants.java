package dev.latchkey.sandbox.store;

import dev.latchkey.sandbox.store.DeviceGrantRows.Answer;
import dev.latchkey.sandbox.store.DeviceGrantRows.Row;
import dev.latchkey.sandbox.store.DeviceGrantRows.State;
import dev.latchkey.sandbox.store.DevicePoll.Result;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Device logins (RFC 8628) from their start to the one answer that grants them. */
public final class DeviceGrants {
  /** RFC 8628 section 3.5: by how much the interval grows for a device that asks too soon. */
  private static final Duration PENALTY = Duration.ofSeconds(5);

  /** For how long a device may still learn that its code has expired. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Database database;
  private final InstantSource clock;
  private final DeviceTimes times;
  private final SecureRandom random = new SecureRandom();

  /** Logins kept in {@code database}. */
  public DeviceGrants(Database database, InstantSource clock, DeviceTimes times) {
    this.database = database;
    this.clock = clock;
    this.times = times;
  }

  /** How long codes last, and the interval to begin with. */
  public DeviceTimes times() {
    return times;
  }

  /** Begins a login for a device that calls itself {@code clientId}. */
  public StartedDeviceGrant start(String clientId) {
    StartedDeviceGrant codes = DeviceCodes.random(random);
    Instant now = clock.instant();
    Row row =
        new Row(clientId, State.PENDING, null, now.plus(times.lifetime()), times.interval(), null);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              DeviceGrantRows.removeExpired(handle, now.minus(REMEMBERED));
              DeviceGrantRows.insert(handle, codes, row);
            });
    return codes;
  }

  /** Answers a device that asks whether it may go on. */
  public DevicePoll poll(String deviceCode, String clientId) {
    return database.jdbi().inTransaction(handle -> poll(handle, deviceCode, clientId));
  }

  /** The client that waits for an answer to the code that somebody typed. */
  public Optional<String> clientOf(String typed) {
    return database
        .jdbi()
        .withHandle(
            handle -> DeviceGrantRows.client(handle, DeviceCodes.meant(typed), clock.instant()));
  }

  /** Says yes as {@code username}; false if no login with this code waits. */
  public boolean approve(String typed, String username) {
    return answer(typed, new Answer(State.APPROVED, username, clock.instant()));
  }

  /** Says no; false if no login with this code waits. */
  public boolean deny(String typed) {
    return answer(typed, new Answer(State.DENIED, null, clock.instant()));
  }

  /** Ends the time of a login; false if none with this code waits. */
  public boolean expire(String typed) {
    return database
        .jdbi()
        .withHandle(
            handle -> DeviceGrantRows.expire(handle, DeviceCodes.meant(typed), clock.instant()));
  }

  /** The codes that wait to be typed, oldest first. */
  public List<String> waiting() {
    return database.jdbi().withHandle(handle -> DeviceGrantRows.waiting(handle, clock.instant()));
  }

  private boolean answer(String typed, Answer answer) {
    return database
        .jdbi()
        .withHandle(handle -> DeviceGrantRows.answer(handle, DeviceCodes.meant(typed), answer));
  }

  private DevicePoll poll(Handle handle, String deviceCode, String clientId) {
    Optional<Row> found =
        DeviceGrantRows.lock(handle, deviceCode)
            .filter(row -> row.clientId().equals(clientId) && row.state() != State.USED);
    if (found.isEmpty()) {
      return DevicePoll.of(Result.UNKNOWN);
    }
    Row row = found.get();
    if (!row.expires().isAfter(clock.instant())) {
      return DevicePoll.of(Result.EXPIRED);
    }
    return switch (row.state()) {
      case APPROVED -> {
        DeviceGrantRows.use(handle, deviceCode);
        yield new DevicePoll(Result.GRANTED, Optional.ofNullable(row.username()));
      }
      case DENIED -> DevicePoll.of(Result.DENIED);
      default -> pending(handle, deviceCode, row);
    };
  }

  private DevicePoll pending(Handle handle, String deviceCode, Row row) {
    Instant now = clock.instant();
    boolean tooSoon = row.isTooSoon(now);
    Duration interval = tooSoon ? row.interval().plus(PENALTY) : row.interval();
    DeviceGrantRows.polled(handle, deviceCode, now, interval);
    return DevicePoll.of(tooSoon ? Result.TOO_SOON : Result.PENDING);
  }
}
