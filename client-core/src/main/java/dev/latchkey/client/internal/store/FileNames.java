package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How the store's own files are called. */
final class FileNames {

  /** All own files, and no others, begin so. */
  static final String PREFIX = "auth_";

  static final String TOKEN = ".json";
  static final String TEMPORARY = ".tmp";
  static final String QUARANTINED = ".bad";
  static final String REFUSED = ".refused";
  static final String LEASE = ".lock";
  static final String CLAIM = ".claim";
  static final String CHANGE = ".change.lock";

  private FileNames() {}

  /** {@return the name of a key's files, without an ending} */
  static String stem(TokenKey key) {
    return PREFIX + hash(key.baseUrl() + "|" + key.user());
  }

  static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
