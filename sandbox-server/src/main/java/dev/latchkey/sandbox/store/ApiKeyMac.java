package dev.latchkey.sandbox.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 of keys. A key has 190 random bits, so a slow hash would add nothing; the server's
 * own secret makes a stolen table useless even for testing guesses.
 */
final class ApiKeyMac {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;

  ApiKeyMac(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  byte[] of(ApiKeyText key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac.doFinal(key.reveal().getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no " + ALGORITHM, e);
    }
  }

  boolean matches(ApiKeyText key, byte[] stored) {
    return MessageDigest.isEqual(of(key), stored);
  }
}
