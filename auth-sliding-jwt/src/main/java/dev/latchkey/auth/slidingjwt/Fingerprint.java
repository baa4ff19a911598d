package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.Refusal;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.TokenKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one secret from the next by 16 bits of a hash: too little to guess it from. */
final class Fingerprint {

  /** Stands in a note of a failure where no secret was at fault; no secret has it. */
  static final String NONE = "0000";

  private static final String INSTEAD = "0001";

  private Fingerprint() {}

  static String of(TokenKey key, Secret secret) {
    String text = key.baseUrl() + "|" + key.user() + "|" + secret.reveal();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      String digits = HexFormat.of().formatHex(hash).substring(0, Refusal.FINGERPRINT_DIGITS);
      return digits.equals(NONE) ? INSTEAD : digits;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
