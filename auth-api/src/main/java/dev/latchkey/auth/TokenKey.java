package dev.latchkey.auth;

import java.net.URI;
import java.util.Objects;

/**
 * Whose token, for which service.
 *
 * @param baseUrl the absolute URL below which the service lives
 * @param user the user's name there
 */
public record TokenKey(URI baseUrl, String user) {

  /**
   * Refuses null and URLs without an origin.
   *
   * @param baseUrl as above
   * @param user as above
   */
  public TokenKey {
    Origin.of(baseUrl);
    Objects.requireNonNull(user, "user");
  }
}
