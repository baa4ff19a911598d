package dev.latchkey.cli.exec;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Placement;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What a program needs to reach a service: where it is and what to show there. Holds a secret, and
 * prints none. Immutable.
 */
public final class Access {

  private final URI baseUrl;
  private final Optional<String> header;
  private final String token;
  private final Optional<String> user;
  private final Optional<Instant> expiresAt;

  private Access(
      URI baseUrl,
      Optional<String> header,
      String token,
      Optional<String> user,
      Optional<Instant> expiresAt) {
    this.baseUrl = baseUrl;
    this.header = header;
    this.token = token;
    this.user = user;
    this.expiresAt = expiresAt;
  }

  /**
   * Reaches the service itself.
   *
   * @param baseUrl where it is
   * @param credential the credential, which the program gets to know
   * @param user whose it is, if that is known
   */
  public static Access direct(URI baseUrl, Credential credential, Optional<String> user) {
    Optional<String> header =
        credential.placement() instanceof Placement.Header place
            ? Optional.of(place.name() + ": " + credential.reveal())
            : Optional.empty();
    return new Access(baseUrl, header, credential.secret().reveal(), user, credential.expiresAt());
  }

  /**
   * Reaches the service through a proxy on this machine.
   *
   * @param baseUrl where the proxy has it
   * @param token what the proxy asks for, of no use anywhere else
   */
  public static Access brokered(URI baseUrl, String token) {
    return new Access(
        baseUrl,
        Optional.of("Authorization: Bearer " + token),
        token,
        Optional.empty(),
        Optional.empty());
  }

  URI baseUrl() {
    return baseUrl;
  }

  /** The whole header line; empty where the credential goes into the query. */
  Optional<String> header() {
    return header;
  }

  String token() {
    return token;
  }

  Optional<String> user() {
    return user;
  }

  Optional<Instant> expiresAt() {
    return expiresAt;
  }

  /** {@return where it leads} */
  @Override
  public String toString() {
    return "Access[" + baseUrl + ", ****]";
  }
}
