package dev.latchkey.sandbox.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What the cookie of a web session holds: 256 random bits, of which a hash alone is stored. The
 * session's other secrets follow from it, so that nobody learns them from the database.
 */
public final class SessionId {
  private static final int RANDOM_BYTES = 32;

  private final String text;

  private SessionId(String text) {
    this.text = text;
  }

  static SessionId random(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new SessionId(base64(bytes));
  }

  /** The one that a cookie claims to hold. */
  public static SessionId of(String cookie) {
    return new SessionId(cookie);
  }

  /** For the cookie. */
  public String reveal() {
    return text;
  }

  /** What the session's own forms send along. */
  public String csrf() {
    return base64(derived("csrf"));
  }

  byte[] hash() {
    return derived("id");
  }

  SealedText seal() {
    return new SealedText(derived("seal"));
  }

  @Override
  public String toString() {
    return "SessionId[redacted]";
  }

  private byte[] derived(String purpose) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((purpose + ":" + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
