package dev.latchkey.client.internal.store;

import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What should be on the disk but could not be brought there. It counts until the disk changes: then
 * another process has brought something newer. Comparing contents needs no clock. Thread-safe.
 */
final class MemoryOverlay {

  private final Map<TokenKey, Entry> entries = new ConcurrentHashMap<>();

  /** {@return what counts} Drops what the disk has overtaken. */
  Optional<StoredToken> over(TokenKey key, Optional<StoredToken> disk) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return disk;
    }
    if (entry.disk().equals(disk)) {
      return entry.instead();
    }
    entries.remove(key, entry);
    return disk;
  }

  void put(TokenKey key, Entry entry) {
    entries.put(key, entry);
  }

  void clear(TokenKey key) {
    entries.remove(key);
  }

  Set<TokenKey> keys() {
    return Set.copyOf(entries.keySet());
  }

  /**
   * Both as tokens, whose text shows no secret.
   *
   * @param disk what the disk held then
   * @param instead what it should hold, empty for a token that could not be deleted
   */
  record Entry(Optional<StoredToken> disk, Optional<StoredToken> instead) {}
}
