package dev.latchkey.client;

import java.io.Serial;
import java.util.Optional;

/** The server answered with an error: a status of 400 or more. */
public final class ApiStatusException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient ApiResponse response;
  private final transient Optional<String> code;

  ApiStatusException(String message, ApiResponse response, Optional<String> code) {
    super(message, null);
    this.response = response;
    this.code = code;
  }

  /** {@return the HTTP status} */
  public int status() {
    return response.status();
  }

  /** {@return the machine-readable code in the body, such as {@code token_not_valid}, if any} */
  public Optional<String> code() {
    return code;
  }

  /** {@return the whole answer, which may hold what the message leaves out} */
  public ApiResponse response() {
    return response;
  }
}
