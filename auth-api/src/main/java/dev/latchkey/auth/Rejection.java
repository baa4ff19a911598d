package dev.latchkey.auth;

import java.util.Objects;
import java.util.Optional;

/**
 * A server's refusal of a request that carried a credential.
 *
 * @param status the HTTP status, such as 401
 * @param challenge the {@code WWW-Authenticate} header (RFC 9110, section 11.6.1), if there was one
 * @param code the machine-readable code in the body, such as {@code token_not_valid}, if there was
 *     one
 */
public record Rejection(int status, Optional<String> challenge, Optional<String> code) {

  /**
   * Refuses null.
   *
   * @param status as above
   * @param challenge as above
   * @param code as above
   */
  public Rejection {
    Objects.requireNonNull(challenge, "challenge");
    Objects.requireNonNull(code, "code");
  }
}
