package dev.latchkey.sandbox.http;

/** A request that the real service is known to answer with status 500 and an HTML page. */
public final class OddRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Wraps what made the request odd. */
  public OddRequest(Throwable cause) {
    super(cause);
  }
}
