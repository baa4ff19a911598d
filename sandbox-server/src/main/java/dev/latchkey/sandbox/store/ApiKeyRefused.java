package dev.latchkey.sandbox.store;

/** An API key that is not made or not accepted. */
public final class ApiKeyRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why a key is refused. */
  public enum Reason {
    /** The owner has as many keys as a user may have. */
    TOO_MANY,
    /** The workspace asked for is none of the owner's. */
    NO_SUCH_WORKSPACE,
    /** The text is no key of this server. */
    UNKNOWN,
    /** A genuine key that was revoked. */
    REVOKED,
    /** A genuine key whose time is over. */
    EXPIRED
  }

  private final Reason reason;

  ApiKeyRefused(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
