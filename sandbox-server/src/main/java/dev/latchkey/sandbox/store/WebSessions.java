package dev.latchkey.sandbox.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who is signed in with a browser, on any instance. Sessions last half an hour from their last
 * page.
 */
public final class WebSessions {
  private static final Duration IDLE = Duration.ofMinutes(30);

  private final Database database;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** Sessions kept in {@code database}. */
  public WebSessions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Signs somebody in. */
  public SessionId begin(String username) {
    SessionId id = SessionId.random(random);
    Instant now = clock.instant();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("DELETE FROM web_session WHERE expires <= ?", Columns.stored(now));
              handle.execute(
                  "INSERT INTO web_session (id_hash, username, expires) VALUES (?, ?, ?)",
                  id.hash(),
                  username,
                  Columns.stored(now.plus(IDLE)));
            });
    return id;
  }

  /** Who is signed in by this id, which now lasts longer. */
  public Optional<String> user(SessionId id) {
    Instant now = clock.instant();
    int alive =
        database.execute(
            "UPDATE web_session SET expires = ? WHERE id_hash = ? AND expires > ?",
            Columns.stored(now.plus(IDLE)),
            id.hash(),
            Columns.stored(now));
    return alive == 0
        ? Optional.empty()
        : database.find(
            (row, ctx) -> row.getString("username"),
            "SELECT username FROM web_session WHERE id_hash = ?"
                + " AND username IN (SELECT username FROM account WHERE active)",
            id.hash());
  }

  /** Signs out. */
  public void end(SessionId id) {
    database.execute("DELETE FROM web_session WHERE id_hash = ?", id.hash());
  }

  /** Keeps an API key that was just made, sealed, for the session's next page. */
  public void keepForNextPage(SessionId id, String key) {
    database.execute(
        "UPDATE web_session SET new_key = ? WHERE id_hash = ?",
        id.seal().seal(key, random),
        id.hash());
  }

  /** The API key that was just made, once. */
  public Optional<String> takeNewKey(SessionId id) {
    return database.jdbi().inTransaction(handle -> takeNewKey(handle, id)).map(id.seal()::open);
  }

  private static Optional<byte[]> takeNewKey(Handle handle, SessionId id) {
    Optional<byte[]> sealed =
        handle
            .createQuery("SELECT new_key FROM web_session WHERE id_hash = :hash FOR UPDATE")
            .bind("hash", id.hash())
            .mapTo(byte[].class)
            .findOne();
    handle.execute("UPDATE web_session SET new_key = NULL WHERE id_hash = ?", id.hash());
    return sealed;
  }
}
