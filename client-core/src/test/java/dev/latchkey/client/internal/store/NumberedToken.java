package dev.latchkey.client.internal.store;

import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Tokens that can be told apart, and that show whether they are whole. */
final class NumberedToken {

  /** What no warning may contain. */
  static final String CANARY = "c4n4ry-";

  static final URI SERVICE = URI.create("https://example.org/api/v2/");

  private static final int SHORT = 1000;
  private static final int LONG = Secret.MAX_LENGTH;

  private NumberedToken() {}

  static TokenKey key(String user) {
    return new TokenKey(SERVICE, user);
  }

  /** {@return the key of a user whose name makes a file nearly as long as a file may be} */
  static TokenKey largeKey(String user) {
    return key(user + "x".repeat(55_000));
  }

  static StoredToken of(TokenKey key, int number) {
    String start = CANARY + number + ".";
    int length = number % 2 == 0 ? SHORT : LONG;
    String body = start + "x".repeat(length - start.length() - 9) + ".";
    return new StoredToken(key, Secret.token(body + checksum(body), "test"));
  }

  /** {@return the number of a token} One that is not whole is an error. */
  static int number(StoredToken token) {
    String text = token.token().reveal();
    String body = text.substring(0, text.length() - 8);
    if (!text.equals(body + checksum(body))) {
      throw new AssertionError("torn: " + text.length() + " characters");
    }
    return Integer.parseInt(text.substring(CANARY.length(), text.indexOf('.')));
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().toHexDigits(crc.getValue(), 8);
  }
}
