package dev.latchkey.sandbox.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A key as its owner holds it: {@code lk_<public id>_<secret><checksum>}, all letters and digits.
 * The prefix lets a scanner recognise a leaked key, the public id finds it without a search by
 * secret, and the checksum tells a mistyped key from an unknown one without asking the database.
 */
final class ApiKeyText {
  private static final String PREFIX = "lk_";
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID_LENGTH = 12;
  private static final int SECRET_LENGTH = 32;
  private static final int CHECKSUM_LENGTH = 6;
  private static final int LENGTH =
      PREFIX.length() + ID_LENGTH + 1 + SECRET_LENGTH + CHECKSUM_LENGTH;

  private final String text;

  private ApiKeyText(String text) {
    this.text = text;
  }

  static ApiKeyText random(SecureRandom random) {
    String body = PREFIX + letters(random, ID_LENGTH) + "_" + letters(random, SECRET_LENGTH);
    return new ApiKeyText(body + checksum(body));
  }

  /** The key in {@code text}; empty unless its form and checksum are right. */
  static Optional<ApiKeyText> parse(String text) {
    if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    int split = LENGTH - CHECKSUM_LENGTH;
    boolean intact = checksum(text.substring(0, split)).equals(text.substring(split));
    return intact ? Optional.of(new ApiKeyText(text)) : Optional.empty();
  }

  String publicId() {
    return text.substring(PREFIX.length(), PREFIX.length() + ID_LENGTH);
  }

  String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "ApiKeyText[" + publicId() + ", redacted]";
  }

  private static String letters(SecureRandom random, int count) {
    StringBuilder letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return letters.toString();
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    char[] digits = new char[CHECKSUM_LENGTH];
    long rest = crc.getValue();
    for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }
}
