package dev.latchkey.cli.proxy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What callers show: random, and made anew for each run. Prints no value. */
final class RunToken {

  private static final int BYTES = 32;

  private final String value;

  private RunToken(String value) {
    this.value = value;
  }

  static RunToken create() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return new RunToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  String reveal() {
    return value;
  }

  /** Takes the same time wherever the two differ. */
  boolean is(String shown) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "****";
  }
}
