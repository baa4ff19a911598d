package dev.latchkey.cli.configure;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ServerText;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells, when everything ends too early, what was created and is in no file: also on Ctrl-C.
 * Thread-safe.
 */
final class Unsaved implements AutoCloseable {

  private final Object lock = new Object();
  private final Consumer<String> teller;
  private final Thread interruption = new Thread(this::interrupted);
  private @Nullable ApiKey key;
  private boolean settled;

  private Unsaved(Consumer<String> teller) {
    this.teller = teller;
  }

  static Unsaved watch(Consumer<String> teller) {
    Unsaved unsaved = new Unsaved(teller);
    Runtime.getRuntime().addShutdownHook(unsaved.interruption);
    return unsaved;
  }

  void created(ApiKey created) {
    synchronized (lock) {
      key = created;
    }
  }

  boolean isCreated() {
    synchronized (lock) {
      return key != null;
    }
  }

  void saved() {
    synchronized (lock) {
      settled = true;
    }
  }

  private void interrupted() {
    if (!isSettled()) {
      teller.accept("");
      teller.accept("Interrupted: nothing was saved.");
    }
    close();
  }

  private boolean isSettled() {
    synchronized (lock) {
      return settled;
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      ApiKey stray = key;
      if (!settled && stray != null) {
        teller.accept(
            "The API key '"
                + ServerText.clean(stray.name())
                + "' was created and is in no file. Revoke it with: latchkey keys revoke "
                + ServerText.clean(stray.id())
                + " --profile gofigr");
      }
      settled = true;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(interruption);
    } catch (IllegalStateException e) {
      // It runs already.
    }
  }
}
