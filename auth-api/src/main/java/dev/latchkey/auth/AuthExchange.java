package dev.latchkey.auth;

/**
 * How an authenticator calls its service's authentication endpoints without owning an HTTP stack.
 * The client that lends it bounds time and size, follows no redirect to another origin, and repeats
 * nothing. Safe for use by several threads.
 */
@FunctionalInterface
public interface AuthExchange {

  /**
   * Makes one call and waits for its answer, whatever the status.
   *
   * @param call what to send
   * @return the answer
   * @throws AuthUnavailableException when there was no answer
   */
  AuthReply send(AuthCall call);
}
