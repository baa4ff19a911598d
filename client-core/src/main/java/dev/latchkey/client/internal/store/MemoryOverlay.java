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

  /**
   * Drops what the disk has overtaken.
   *
   * @param disk what the disk holds; while that cannot be told, ask {@link #instead}
   * @return what counts
   */
  Optional<StoredToken> over(TokenKey key, Optional<StoredToken> disk) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return disk;
    }
    if (!entry.isOvertakenBy(disk)) {
      return entry.instead;
    }
    entries.remove(key, entry);
    return disk;
  }

  /** {@return what should be on the disk, if that is another thing than may be there} */
  Optional<StoredToken> instead(TokenKey key) {
    return Optional.ofNullable(entries.get(key)).flatMap(entry -> entry.instead);
  }

  /**
   * Keeps what could not be brought to the disk.
   *
   * @param instead what the disk should hold, empty for a token that could not be deleted
   */
  void put(TokenKey key, Optional<StoredToken> instead) {
    entries.put(key, new Entry(instead));
  }

  void clear(TokenKey key) {
    entries.remove(key);
  }

  Set<TokenKey> keys() {
    return Set.copyOf(entries.keySet());
  }

  /** Thread-safe by its own lock. */
  private static final class Entry {

    private final Optional<StoredToken> instead;

    /** What the disk held when it could be read for the first time since. */
    private Optional<StoredToken> before = Optional.empty();

    private boolean isRead;

    Entry(Optional<StoredToken> instead) {
      this.instead = instead;
    }

    synchronized boolean isOvertakenBy(Optional<StoredToken> disk) {
      if (!isRead) {
        before = disk;
        isRead = true;
      }
      return !disk.equals(before);
    }
  }
}
