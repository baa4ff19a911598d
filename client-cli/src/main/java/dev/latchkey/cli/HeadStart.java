package dev.latchkey.cli;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Does on another processor, while a command begins, what takes the JVM long at its first use and
 * what nearly every command comes to: opening the jars, to look for services, finding the security
 * providers, which name the file of a token, and asking for the number of this process. Whatever
 * fails here fails again where it matters. Stateless.
 */
final class HeadStart {

  /** Looking for it opens every jar. */
  private static final String NOWHERE = "META-INF/nowhere";

  private HeadStart() {}

  static void begin() {
    Thread thread = new Thread(HeadStart::run, "latchkey-head-start");
    thread.setDaemon(true);
    thread.start();
  }

  private static void run() {
    ClassLoader.getSystemResource(NOWHERE);
    try {
      MessageDigest.getInstance("SHA-256").digest();
    } catch (NoSuchAlgorithmException e) {
      return;
    }
    ProcessHandle.current().pid();
  }
}
