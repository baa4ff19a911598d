package dev.latchkey.cli;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Does on another processor, while a command begins, what takes the JVM long at its first use and
 * what nearly every command comes to: opening the jars that have services; linking a lambda;
 * finding the security providers, which name the file of a token; asking for the number of this
 * process. Whatever fails here fails again where it matters.
 */
final class HeadStart extends Thread {

  /** Looking for it opens them. */
  private static final String NOWHERE = "META-INF/services/dev.latchkey.nowhere";

  private HeadStart() {
    super("latchkey-head-start");
    setDaemon(true);
  }

  static void begin() {
    new HeadStart().start();
  }

  @Override
  public void run() {
    getContextClassLoader().getResource(NOWHERE);
    Runnable linked = HeadStart::findSecurityProviders;
    linked.run();
    ProcessHandle.current().pid();
  }

  private static void findSecurityProviders() {
    try {
      MessageDigest.getInstance("SHA-256").digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
