package dev.latchkey.client;

import java.io.Serial;

/** An answer could not be read as what it was expected to be. */
public final class UnexpectedAnswerException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  UnexpectedAnswerException(String message) {
    super(message, null);
  }
}
