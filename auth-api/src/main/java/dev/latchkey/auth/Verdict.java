package dev.latchkey.auth;

/** What an {@link Authenticator} makes of a rejected credential. */
public enum Verdict {
  /** Ask for the credential again, which is another one now, and send the request once more. */
  RETRY_WITH_NEW,
  /**
   * Wait a few seconds, 3 or more, and send the request once more with the same credential: it is
   * so new that another of the server's nodes may not accept it yet.
   */
  RETRY_SAME,
  /** Nothing more can be done: the refusal stands. */
  FINAL
}
