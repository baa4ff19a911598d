package dev.latchkey.sandbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The statements on the table of device logins. */
final class DeviceGrantRows {
  private DeviceGrantRows() {}

  static void insert(Handle handle, StartedDeviceGrant codes, Row row) {
    handle.execute(
        "INSERT INTO device_grant (device_hash, user_code, client_id, state, expires,"
            + " poll_interval) VALUES (?, ?, ?, ?, ?, ?)",
        DeviceCodes.hash(codes.deviceCode()),
        codes.userCode(),
        row.clientId(),
        row.state().name(),
        Columns.stored(row.expires()),
        row.interval().toMillis());
  }

  static void removeExpired(Handle handle, Instant before) {
    handle.execute("DELETE FROM device_grant WHERE expires < ?", Columns.stored(before));
  }

  /** The login of a device code, which nobody else changes before the transaction ends. */
  static Optional<Row> lock(Handle handle, String deviceCode) {
    return handle
        .createQuery("SELECT * FROM device_grant WHERE device_hash = :hash FOR UPDATE")
        .bind("hash", DeviceCodes.hash(deviceCode))
        .map((row, ctx) -> read(row))
        .findOne();
  }

  static void use(Handle handle, String deviceCode) {
    handle.execute(
        "UPDATE device_grant SET state = ? WHERE device_hash = ?",
        State.USED.name(),
        DeviceCodes.hash(deviceCode));
  }

  static void polled(Handle handle, String deviceCode, Instant now, Duration interval) {
    handle.execute(
        "UPDATE device_grant SET last_poll = ?, poll_interval = ? WHERE device_hash = ?",
        Columns.stored(now),
        interval.toMillis(),
        DeviceCodes.hash(deviceCode));
  }

  static List<String> waiting(Handle handle, Instant now) {
    return handle
        .createQuery(
            "SELECT user_code FROM device_grant WHERE state = 'PENDING' AND expires > :now"
                + " ORDER BY expires, user_code")
        .bind("now", Columns.stored(now))
        .mapTo(String.class)
        .list();
  }

  static Optional<String> client(Handle handle, String userCode, Instant now) {
    return handle
        .createQuery(
            "SELECT client_id FROM device_grant"
                + " WHERE user_code = :code AND state = 'PENDING' AND expires > :now")
        .bind("code", userCode)
        .bind("now", Columns.stored(now))
        .mapTo(String.class)
        .findOne();
  }

  /** Says yes or no to a login that waits; false if none does. */
  static boolean answer(Handle handle, String userCode, Answer answer) {
    return handle.execute(
            "UPDATE device_grant SET state = ?, username = ?"
                + " WHERE user_code = ? AND state = 'PENDING' AND expires > ?",
            answer.state().name(),
            answer.username(),
            userCode,
            Columns.stored(answer.when()))
        == 1;
  }

  /** Ends the time of a login that waits; false if none does. */
  static boolean expire(Handle handle, String userCode, Instant now) {
    return handle.execute(
            "UPDATE device_grant SET expires = ?"
                + " WHERE user_code = ? AND state = 'PENDING' AND expires > ?",
            Columns.stored(now),
            userCode,
            Columns.stored(now))
        == 1;
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getString("client_id"),
        State.valueOf(row.getString("state")),
        row.getString("username"),
        Columns.instant(row, "expires"),
        Duration.ofMillis(row.getLong("poll_interval")),
        Columns.instantOrNull(row, "last_poll"));
  }

  /** How far a login has come. */
  enum State {
    PENDING,
    APPROVED,
    DENIED,
    USED
  }

  /** What somebody said, who said it, and when. */
  record Answer(State state, @Nullable String username, Instant when) {}

  /** A login without its codes. */
  record Row(
      String clientId,
      State state,
      @Nullable String username,
      Instant expires,
      Duration interval,
      @Nullable Instant lastPoll) {

    boolean isTooSoon(Instant now) {
      return lastPoll != null && now.isBefore(lastPoll.plus(interval));
    }
  }
}
