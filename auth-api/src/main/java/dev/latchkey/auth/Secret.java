package dev.latchkey.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.IntPredicate;

/**
 * A value that must not be seen. Immutable.
 *
 * <p>{@link #toString()} is fixed, {@link #equals(Object)} takes the same time wherever two values
 * differ, and the type is not serializable. The value leaves only through {@link #reveal()}.
 */
public final class Secret {

  /** The longest value accepted, in bytes. */
  public static final int MAX_LENGTH = 8192;

  private final byte[] value;

  private Secret(byte[] value) {
    this.value = value;
  }

  /**
   * Holds a token: visible ASCII, {@code 0x21} to {@code 0x7E}, so that it can stand in a header
   * without changing its meaning (RFC 9110, section 5.5).
   *
   * @param value the token
   * @param source where it comes from, for the error
   * @return the secret
   * @throws InvalidSecretException when it is empty, too long, or has another character; the error
   *     tells the source and the length, never the value
   */
  public static Secret token(String value, String source) {
    return checked(value, source, c -> c >= 0x21 && c <= 0x7E, "visible ASCII characters");
  }

  /**
   * Holds a password: any characters but control characters and unpaired surrogates.
   *
   * @param value the password
   * @param source where it comes from, for the error
   * @return the secret
   * @throws InvalidSecretException when it is empty, too long, or has a control character; the
   *     error tells the source and the length, never the value
   */
  public static Secret password(String value, String source) {
    return checked(value, source, Secret::isPrintable, "printable characters");
  }

  // Half of a surrogate pair would silently become a question mark.
  private static boolean isPrintable(int codePoint) {
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE;
  }

  private static Secret checked(
      String value, String source, IntPredicate allowed, String expected) {
    if (value.isEmpty() || !areAll(value, allowed)) {
      throw new InvalidSecretException(source, value.length(), expected);
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_LENGTH) {
      throw new InvalidSecretException(source, value.length(), "at most " + MAX_LENGTH + " bytes");
    }
    return new Secret(bytes);
  }

  private static boolean areAll(String value, IntPredicate allowed) {
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      if (!allowed.test(value.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@return the value itself} A {@code String} cannot be wiped: call this where the value is used,
   * and keep no reference.
   */
  public String reveal() {
    return new String(value, StandardCharsets.UTF_8);
  }

  /** {@return the length of the value in bytes} */
  public int length() {
    return value.length;
  }

  /** {@return whether the value could stand in a header as a token} */
  public boolean isToken() {
    for (byte b : value) {
      if (b < 0x21 || b > 0x7E) {
        return false;
      }
    }
    return true;
  }

  /** Compares in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(value, secret.value);
  }

  /** {@return the same number for every secret, so that a hash code tells nothing of the value} */
  @Override
  public int hashCode() {
    return 1;
  }

  /** {@return {@code ****}, whatever the value} */
  @Override
  public String toString() {
    return "****";
  }
}
