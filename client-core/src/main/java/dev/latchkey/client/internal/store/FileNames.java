package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenKey;
import dev.latchkey.client.internal.file.Sha256;

/** How the store's own files are called. */
final class FileNames {

  /** All own files, and no others, begin so. */
  static final String PREFIX = "auth_";

  static final String TOKEN = ".json";
  static final String QUARANTINED = ".bad";
  static final String REFUSED = ".refused";
  static final String LEASE = ".lock";
  static final String CLAIM = ".claim";
  static final String CHANGE = ".change.lock";

  private FileNames() {}

  /** {@return the name of a key's files, without an ending} */
  static String stem(TokenKey key) {
    return PREFIX + Sha256.hex(key.baseUrl() + "|" + key.user());
  }
}
