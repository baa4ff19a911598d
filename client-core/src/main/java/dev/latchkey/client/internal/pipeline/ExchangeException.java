package dev.latchkey.client.internal.pipeline;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A call ended without an answer to hand back. The message is for people and holds no secret. */
public final class ExchangeException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** Why there is no answer. */
  public enum Kind {
    /** Nothing was sent: the server could not be reached. */
    NOT_CONNECTED,
    /** The connection failed after something was sent: the server may have acted on it. */
    BROKEN,
    /** Time ran out. */
    TIMED_OUT,
    /** The way led, or would have led, somewhere it must not go. */
    REFUSED
  }

  public ExchangeException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
