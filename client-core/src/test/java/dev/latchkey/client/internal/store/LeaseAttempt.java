package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenStore.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Whether a lease can be had, asked through types of the JDK so that any class loader can ask. */
public final class LeaseAttempt implements Callable<Boolean> {

  private final Path directory;
  private final Duration atMost;

  public LeaseAttempt(Path directory, Duration atMost) {
    this.directory = directory;
    this.atMost = atMost;
  }

  /** {@return whether it was held, by nobody else} */
  @Override
  public Boolean call() throws IOException {
    FileTokenStore store = new FileTokenStore(directory, text -> {});
    try (Lease lease = store.lease(StoreFixture.KEY, atMost)) {
      if (lease.isHeld()) {
        Files.delete(Files.createFile(directory.resolve("inside")));
      }
      return lease.isHeld();
    }
  }
}
