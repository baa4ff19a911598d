package dev.latchkey.client;

/**
 * Is told when a client waits for a server, so that a program can show it to a person. Called on
 * the thread that waits, which may be any: it must be quick, thread-safe, and throw nothing.
 */
public interface WaitListener {

  /**
   * Takes note that the thread waits from now on.
   *
   * @param whom for whom, such as {@code www.ebi.ac.uk}
   */
  void waiting(String whom);

  /** Takes note that the thread waits no longer. */
  void over();
}
