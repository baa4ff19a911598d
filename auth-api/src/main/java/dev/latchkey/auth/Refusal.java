package dev.latchkey.auth;

import java.time.Instant;
import java.util.Objects;

/**
 * A note that the server refused a login or could not be reached for one, kept for a short while so
 * that a crowd of threads and processes does not repeat a wrong password until the account is
 * locked, nor a request that nobody answers. Holds no secret.
 *
 * @param at when it was refused
 * @param status the HTTP status, 0 where there was no answer
 * @param fingerprint tells whether it was the same password, and too little to find out which: a
 *     few hexadecimal digits of a hash; {@code 0000} where no password was refused
 */
public record Refusal(Instant at, int status, String fingerprint) {

  /** The longest fingerprint: 16 bits, so that it fits one of 65,536 passwords. */
  public static final int FINGERPRINT_DIGITS = 4;

  /**
   * Refuses null and fingerprints that would tell more.
   *
   * @param at as above
   * @param status as above
   * @param fingerprint as above
   */
  public Refusal {
    Objects.requireNonNull(at, "at");
    if (!fingerprint.matches("[0-9a-f]{" + FINGERPRINT_DIGITS + "}")) {
      throw new IllegalArgumentException("A fingerprint has 4 hexadecimal digits.");
    }
  }
}
