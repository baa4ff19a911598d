package dev.latchkey.auth;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port of a URL (RFC 6454): what a credential is bound to.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host in lower case, an IPv6 address in brackets
 * @param port the port, the scheme's own where the URL names none
 */
public record Origin(String scheme, String host, int port) {

  /**
   * Refuses null; use {@link #of(URI)} to make one.
   *
   * @param scheme as above
   * @param host as above
   * @param port as above
   */
  public Origin {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(host, "host");
  }

  /**
   * Takes the origin of an absolute URL.
   *
   * @param url an absolute {@code http} or {@code https} URL without user information
   * @return its origin
   * @throws IllegalArgumentException when it is anything else; the message does not repeat the URL,
   *     which may carry a secret
   */
  public static Origin of(URI url) {
    String scheme = scheme(url);
    if (url.getRawUserInfo() != null) {
      throw new IllegalArgumentException("The URL must not contain a user name or password.");
    }
    if (url.getHost() == null) {
      throw new IllegalArgumentException("The URL must name a host.");
    }
    int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
    return new Origin(scheme, url.getHost().toLowerCase(Locale.ROOT), port);
  }

  /** One of two constants, so that most comparisons of schemes end at once. */
  private static String scheme(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "https" -> "https";
      case "http" -> "http";
      default -> throw new IllegalArgumentException("The URL must start with https:// or http://.");
    };
  }

  /**
   * {@return whether a credential may travel there: over TLS, or to this machine's own loopback
   * interface}
   */
  public boolean isSecure() {
    return scheme.equals("https") || isLoopback();
  }

  /** {@return whether the host is {@code localhost}, {@code 127.0.0.0/8} or {@code [::1]}} */
  public boolean isLoopback() {
    return host.equals("localhost") || host.equals("[::1]") || isLoopbackAddress(host);
  }

  private static boolean isLoopbackAddress(String host) {
    String[] parts = host.split("\\.", -1);
    if (parts.length != 4 || !parts[0].equals("127")) {
      return false;
    }
    for (String part : parts) {
      if (part.length() > 3 || !NameCharacters.make(part, NameCharacters.DIGITS)) {
        return false;
      }
    }
    return true;
  }

  // Written out: a record's own are put together at first use, which takes a short program longer
  // than everything else that it does with an origin.

  /** {@return whether scheme, host and port are the same} */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Origin origin
        && port == origin.port
        && scheme.equals(origin.scheme)
        && host.equals(origin.host);
  }

  /** {@return a hash code that fits {@link #equals}} */
  @Override
  public int hashCode() {
    return (scheme.hashCode() * 31 + host.hashCode()) * 31 + port;
  }

  /** {@return the origin as a URL without a path, such as {@code https://example.org}} */
  @Override
  public String toString() {
    boolean usual = port == (scheme.equals("https") ? 443 : 80);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }
}
