package dev.latchkey.client;

import java.io.Serial;

/**
 * A list cannot be read to its end without a gap: it changed while it was read, a page came twice
 * or has too few records, or the way to the next page leads astray.
 */
public final class PagingException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  PagingException(String message) {
    super(message, null);
  }
}
