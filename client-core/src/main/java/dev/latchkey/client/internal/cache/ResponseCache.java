package dev.latchkey.client.internal.cache;

import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Origin;
import dev.latchkey.client.internal.pipeline.Exchange;
import dev.latchkey.client.internal.pipeline.ResponseCaching;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A cache in a directory, shared by all processes of the user of this machine, but with a shelf for
 * each user of each service. Thread-safe.
 */
public final class ResponseCache implements ResponseCaching {

  private static final String FOLDER = "responses";
  private static final long MOST = 64L << 20;

  private final OwnFolders folders;
  private final Budget budget;
  private final String provider;
  private final InstantSource clock;
  private final Consumer<String> warnings;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * Uses a directory below another one, which is made when something is to be kept.
   *
   * @param directory where the user wants caches
   * @param provider the id of the provider, whose users are not those of another one
   * @param clock what time it is
   * @param warnings is told once why nothing can be kept
   */
  public ResponseCache(
      Path directory, String provider, InstantSource clock, Consumer<String> warnings) {
    Path root = directory.resolve(FOLDER);
    this.folders = new OwnFolders(root);
    this.budget = new Budget(root, MOST);
    this.provider = provider;
    this.clock = clock;
    this.warnings = warnings;
  }

  @Override
  public Exchange before(Exchange next, Authenticator authenticator) {
    return new CacheExchange(next, shelves(authenticator), clock, this::warn);
  }

  private Shelves shelves(Authenticator authenticator) {
    return new Shelves(provider, authenticator, folders, budget);
  }

  /**
   * Removes all responses to the present user from an origin; those to all users where there is no
   * telling who that is.
   *
   * @return how many there were
   * @throws IOException when they cannot be removed
   */
  public int clear(Authenticator authenticator, Origin origin) throws IOException {
    return shelves(authenticator).clear(origin);
  }

  private void warn(IOException e) {
    // A thread that is to end, or a logout in another process.
    boolean isExpected =
        e instanceof ClosedByInterruptException || e instanceof NoSuchFileException;
    if (isExpected || !warned.compareAndSet(false, true)) {
      return;
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : null;
    warnings.accept(
        "Responses are not kept in "
            + folders
            + ": "
            + (reason == null ? e.getClass().getSimpleName() : reason)
            + ". Mend that, or set latchkey.response-cache=off.");
  }

  @Override
  public String toString() {
    return "ResponseCache[" + folders + "]";
  }
}
