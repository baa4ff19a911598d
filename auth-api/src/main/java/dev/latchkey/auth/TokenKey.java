package dev.latchkey.auth;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  // Written out for the reason that Origin gives.

  /** {@return whether URL and user are the same} */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenKey key && baseUrl.equals(key.baseUrl) && user.equals(key.user);
  }

  /** {@return a hash code that fits {@link #equals}} */
  @Override
  public int hashCode() {
    return baseUrl.hashCode() * 31 + user.hashCode();
  }
}
