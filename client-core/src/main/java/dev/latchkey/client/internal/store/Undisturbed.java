package dev.latchkey.client.internal.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Brings file operations to their end on an interrupted thread. A channel closes under such a
 * thread, which would make it lose a token that the server has already given.
 */
final class Undisturbed {

  private static final int ATTEMPTS = 10;

  /** What may be repeated from its start. */
  @FunctionalInterface
  interface Act<T> {
    T run() throws IOException;
  }

  /** The same, where nothing comes of it. */
  @FunctionalInterface
  interface Deed {
    void run() throws IOException;
  }

  private Undisturbed() {}

  /** Does the same as {@link #run(Act)}. */
  static void carryOut(Deed deed) throws IOException {
    run(
        () -> {
          deed.run();
          return true;
        });
  }

  /** Runs the act, again if need be but not for ever, and keeps the thread's interrupt flag. */
  static <T> T run(Act<T> act) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
        try {
          return act.run();
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        }
      }
      return act.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
