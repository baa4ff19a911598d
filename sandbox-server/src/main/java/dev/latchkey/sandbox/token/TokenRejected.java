package dev.latchkey.sandbox.token;

/** A token that is not accepted; the message is simplejwt's and is sent to the client. */
public final class TokenRejected extends Exception {
  private static final long serialVersionUID = 1L;

  TokenRejected(String message) {
    super(message, null, false, false);
  }

  static TokenRejected invalidOrExpired() {
    return new TokenRejected("Token is invalid or expired");
  }

  /** The reason, as simplejwt words it. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
