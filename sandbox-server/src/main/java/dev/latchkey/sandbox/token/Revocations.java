package dev.latchkey.sandbox.token;

import java.time.Instant;

/** The tokens that no longer count, by their {@code jti}, which refreshed copies share. */
public interface Revocations {
  /** Whether the token was revoked. */
  boolean contains(String jti);

  /** Revokes a token, no copy of which is accepted after {@code until} anyway. */
  void add(String jti, Instant until);
}
