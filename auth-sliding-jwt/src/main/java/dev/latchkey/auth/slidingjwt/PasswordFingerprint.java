package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.Refusal;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.TokenKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one wrong password from the next by 16 bits of a hash: too little to guess it from. */
final class PasswordFingerprint {

  private PasswordFingerprint() {}

  static String of(TokenKey key, Secret password) {
    String text = key.baseUrl() + "|" + key.user() + "|" + password.reveal();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, Refusal.FINGERPRINT_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
