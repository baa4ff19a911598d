package dev.latchkey.client.internal.store;

import dev.latchkey.client.internal.file.Sha256;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The right, within this JVM, to open a lock file. POSIX locks belong to the process: closing any
 * channel of the file drops the lock that another thread holds on it (fcntl(2)), so only one may be
 * open.
 *
 * <p>The claims are system properties, the one table that copies of this class in several class
 * loaders share. They hold strings, because other values break {@link Properties#list} and {@link
 * Properties#store} for everybody.
 */
final class JvmClaim {

  private final String name;

  /** Names a claim; takes nothing yet. The path is a real one, so that links lead to one claim. */
  JvmClaim(Path lockFile) {
    name = "dev.latchkey.claim." + Sha256.hex(lockFile.toString());
  }

  boolean take() {
    return System.getProperties().putIfAbsent(name, "taken") == null;
  }

  void release() {
    System.getProperties().remove(name);
  }
}
