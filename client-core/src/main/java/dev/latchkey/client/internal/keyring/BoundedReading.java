package dev.latchkey.client.internal.keyring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads what a process writes, while it writes, and no more than a little. */
final class BoundedReading {

  /** Many times what a keyring has to say. */
  static final int LIMIT = 64 * 1024;

  /** The process has ended by then: what it wrote is there. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final CompletableFuture<byte[]> content = new CompletableFuture<>();

  private BoundedReading() {}

  static BoundedReading of(InputStream in) {
    BoundedReading reading = new BoundedReading();
    Thread thread = new Thread(() -> reading.read(in), "latchkey-keyring");
    thread.setDaemon(true);
    thread.start();
    return reading;
  }

  /** Closing ends a process that has more to say. */
  private void read(InputStream in) {
    try (in) {
      content.complete(in.readNBytes(LIMIT + 1));
    } catch (IOException e) {
      content.completeExceptionally(e);
    }
  }

  /** {@return all of it, once the process has ended} */
  String text() throws IOException, InterruptedException {
    try {
      byte[] bytes = content.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (bytes.length > LIMIT) {
        throw new IOException("it wrote more than " + LIMIT + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (ExecutionException e) {
      throw new IOException("its answer could not be read");
    } catch (TimeoutException e) {
      throw new IOException("something that it started goes on writing");
    }
  }
}
