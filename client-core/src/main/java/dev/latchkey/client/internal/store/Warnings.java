package dev.latchkey.client.internal.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells of each problem once. Thread-safe if its consumer is. */
final class Warnings {

  private final Set<String> given = ConcurrentHashMap.newKeySet();
  private final Consumer<String> consumer;

  Warnings(Consumer<String> consumer) {
    this.consumer = consumer;
  }

  void once(String text) {
    if (given.add(text)) {
      consumer.accept(text);
    }
  }

  void unreadable(Path path, IOException problem) {
    once(text("Cannot read " + path, problem, "The tokens there are not used."));
  }

  void unwritable(Path directory, IOException problem) {
    once(
        text(
            "Cannot write in " + directory,
            problem,
            "Tokens are kept in memory until this process ends;"
                + " make the directory writable or set latchkey.cache-dir."));
  }

  /** A lock file that cannot be opened is one more thing that cannot be written. */
  void unlockable(Path directory, IOException problem) {
    if (problem instanceof FileSystemException) {
      unwritable(directory, problem);
      return;
    }
    once(
        text(
            "Cannot lock files in " + directory,
            problem,
            "Processes may renew a token at the same time;"
                + " set latchkey.cache-dir to a local directory."));
  }

  void undeletable(Path file, IOException problem) {
    once(text("Cannot delete " + file, problem, "It still holds a token; delete it by hand."));
  }

  void newer(Path file) {
    once(newerText(file));
  }

  static String newerText(Path file) {
    return "A newer version has written "
        + file
        + ". This one leaves it alone and keeps its token in memory; update it, or set"
        + " latchkey.cache-dir to keep them apart.";
  }

  void damaged(Path file, Path aside) {
    once(
        "The token file "
            + file
            + " was damaged and is now "
            + aside
            + ". The next login makes a new one.");
  }

  void waitedInVain(Path directory) {
    once(
        "Waited in vain for another process or thread that renews a token in "
            + directory
            + ". Going on without it; look for one that is stopped.");
  }

  void readByOthers(Path pythons) {
    once(
        "Other users can read the token that the Python client keeps in "
            + pythons
            + ". It is used all the same; run: chmod 600 '"
            + pythons
            + "'");
  }

  void keptByPython(Path pythons) {
    once(
        "The Python client keeps a token of its own in "
            + pythons
            + ". It is left alone, and used where there is no other; delete the file to be rid of"
            + " it.");
  }

  void homeless() {
    once(
        "There is no place to keep tokens: HOME is not set."
            + " They are kept in memory until this process ends; set HOME or latchkey.cache-dir.");
  }

  private static String text(String what, IOException problem, String advice) {
    if (problem instanceof UnsafeFileException || problem instanceof NoKeyException) {
      return Objects.requireNonNull(problem.getMessage());
    }
    return what + ": " + reason(problem) + ". " + advice;
  }

  /** Leaves out the path, which for temporary files differs each time. */
  private static String reason(IOException problem) {
    if (problem instanceof AccessDeniedException) {
      return "Permission denied";
    }
    if (problem instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    String reason =
        problem instanceof FileSystemException file ? file.getReason() : problem.getMessage();
    return reason == null ? problem.getClass().getSimpleName() : reason;
  }
}
