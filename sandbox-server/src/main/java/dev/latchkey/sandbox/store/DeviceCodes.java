package dev.latchkey.sandbox.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** The two codes of a device login (RFC 8628): a long one for the device, one to be typed. */
final class DeviceCodes {
  /** RFC 8628 section 6.1: no vowels, so no words; nothing that looks like something else. */
  private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

  private static final int HALF = 4;
  private static final int DEVICE_BYTES = 32;

  private DeviceCodes() {}

  static StartedDeviceGrant random(SecureRandom random) {
    byte[] device = new byte[DEVICE_BYTES];
    random.nextBytes(device);
    StringBuilder user = new StringBuilder();
    for (int i = 0; i < 2 * HALF; i++) {
      user.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return new StartedDeviceGrant(
        Base64.getUrlEncoder().withoutPadding().encodeToString(device),
        user.insert(HALF, '-').toString());
  }

  /** The code that somebody meant who typed this: case, spaces and the dash do not count. */
  static String meant(String typed) {
    String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    return letters.length() == 2 * HALF
        ? letters.substring(0, HALF) + "-" + letters.substring(HALF)
        : letters;
  }

  /** What is stored of a device code; it has 256 random bits, so a plain hash is enough. */
  static byte[] hash(String deviceCode) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(deviceCode.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256", e);
    }
  }
}
