package dev.latchkey.client;

import dev.latchkey.client.internal.pipeline.ExchangeException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A request got no answer. */
public final class RequestFailedException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why there is no answer. */
  public enum Reason {
    /** Nothing was sent: the server could not be reached. */
    NOT_CONNECTED,
    /** The connection failed after something was sent: the server may have acted on it. */
    BROKEN,
    /** Time ran out. */
    TIMED_OUT,
    /** The way led, or would have led, somewhere it must not go. */
    REFUSED
  }

  RequestFailedException(String message, Reason reason, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  static RequestFailedException of(ExchangeException failure) {
    return new RequestFailedException(
        String.valueOf(failure.getMessage()),
        Reason.valueOf(failure.kind().name()),
        failure.getCause());
  }

  /** {@return why there is no answer} */
  public Reason reason() {
    return reason;
  }
}
