package dev.latchkey.auth;

/**
 * Is told what happens to credentials, so that logs and metrics can hang on it. Called on the
 * thread to which it happens: it must be quick. Clients lend providers a listener that throws
 * nothing, whatever a user's does.
 */
@FunctionalInterface
public interface AuthListener {

  /**
   * Takes note of an event.
   *
   * @param event what happened
   */
  void on(AuthEvent event);

  /** {@return a listener that takes no note} */
  static AuthListener none() {
    return NoListener.INSTANCE;
  }
}
