package dev.latchkey.sandbox.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When keys were last used. A use is remembered here, and written behind the requests' backs, by a
 * thread of its own: at most once a minute for each key, the latest at the end, never back in time,
 * and not while {@value #MOST_WAITING} wait. Thread-safe.
 */
final class LastUses implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LastUses.class);
  private static final Duration PRECISION = Duration.ofMinutes(1);
  private static final int MOST_WAITING = 10_000;
  private static final int SECONDS_TO_END = 10;

  private final Database database;
  private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Instant> latest = Collections.synchronizedMap(new Remembered());
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "latchkey-last-used");
            thread.setDaemon(true);
            return thread;
          });

  LastUses(Database database) {
    this.database = database;
  }

  /** Notes a use of a key as it was just read. */
  void note(ApiKey key, Instant now) {
    latest.merge(key.id(), now, (before, it) -> it.isAfter(before) ? it : before);
    boolean due = key.lastUsed() == null || !now.isBefore(key.lastUsed().plus(PRECISION));
    if (due && waiting.size() < MOST_WAITING && waiting.add(key.id())) {
      try {
        writer.execute(() -> write(key.id(), now, PRECISION));
      } catch (RejectedExecutionException e) {
        LOG.debug("A use while the store is closed is not noted");
      }
    }
  }

  /** The latest use of a key that this instance remembers. */
  Optional<Instant> latest(UUID id) {
    return Optional.ofNullable(latest.get(id));
  }

  /** Writes what waits, and the latest uses. */
  @Override
  public void close() {
    if (writer.isShutdown()) {
      return;
    }
    Map.copyOf(latest).forEach((id, used) -> writer.execute(() -> write(id, used, Duration.ZERO)));
    writer.shutdown();
    try {
      if (!writer.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
        writer.shutdownNow();
      }
    } catch (InterruptedException e) {
      writer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void write(UUID id, Instant used, Duration precision) {
    try {
      database.execute(
          "UPDATE api_key SET last_used = ?"
              + " WHERE api_id = ? AND (last_used IS NULL OR last_used <= ?)",
          Columns.stored(used),
          id,
          Columns.stored(used.minus(precision)));
    } catch (JdbiException e) {
      LOG.warn("The use of an API key was not noted: {}", e.getClass().getSimpleName());
    } finally {
      waiting.remove(id);
    }
  }

  /** Forgets what was used longest ago when there are too many; that was written before. */
  private static final class Remembered extends LinkedHashMap<UUID, Instant> {
    private static final long serialVersionUID = 1L;

    Remembered() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, Instant> eldest) {
      return size() > MOST_WAITING;
    }
  }
}
