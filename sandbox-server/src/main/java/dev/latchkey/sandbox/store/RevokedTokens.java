package dev.latchkey.sandbox.store;

import dev.latchkey.sandbox.token.Revocations;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

/**
 * Revoked tokens, for as long as one of their copies may live. Asked with every use, and kept
 * nowhere else: what one instance has revoked no other accepts.
 */
public final class RevokedTokens implements Revocations {
  private final Database database;
  private final InstantSource clock;

  /** Revocations kept in {@code database}. */
  public RevokedTokens(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean contains(String jti) {
    return StorableText.accepts(jti)
        && database
            .find((row, ctx) -> true, "SELECT 1 FROM revoked_token WHERE jti = ?", jti)
            .isPresent();
  }

  /** {@inheritDoc} Forgets those whose time is over. */
  @Override
  public void add(String jti, Instant until) {
    OffsetDateTime end = Columns.stored(until);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              // One after the other: H2 and PostgreSQL share no way to insert or else update.
              Database.lock(handle);
              handle.execute(
                  "DELETE FROM revoked_token WHERE kept_until <= ?",
                  Columns.stored(clock.instant()));
              int known =
                  handle.execute(
                      "UPDATE revoked_token SET kept_until = GREATEST(kept_until, ?)"
                          + " WHERE jti = ?",
                      end,
                      jti);
              if (known == 0) {
                handle.execute("INSERT INTO revoked_token VALUES (?, ?)", jti, end);
              }
            });
  }
}
