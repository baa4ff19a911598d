package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Origin;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads URLs from settings. Errors tell the source, never the URL, which may carry a secret. */
final class BaseUrl {

  private BaseUrl() {}

  /** The URL below which a service lives: normalised, ending in a slash, over TLS or loopback. */
  static URI parse(String profile, SourcedValue value) {
    try {
      URI url = new URI(value.text().orElse("").strip());
      Origin origin = Origin.of(url);
      if (url.getRawQuery() != null || url.getRawFragment() != null) {
        throw new IllegalArgumentException("The URL must end before any '?' or '#'.");
      }
      if (!origin.isSecure()) {
        throw new IllegalArgumentException(
            "The URL must start with https://, since credentials go there; only this machine"
                + " itself may be reached with http://.");
      }
      return URI.create(origin + slashed(url.normalize().getRawPath()));
    } catch (URISyntaxException e) {
      throw unusable(profile, value, "It is not a URL.");
    } catch (IllegalArgumentException e) {
      throw unusable(profile, value, String.valueOf(e.getMessage()));
    }
  }

  private static String slashed(String path) {
    String rooted = path.startsWith("/") ? path : "/" + path;
    return rooted.endsWith("/") ? rooted : rooted + "/";
  }

  private static AuthConfigurationException unusable(
      String profile, SourcedValue value, String why) {
    return new AuthConfigurationException(
        "The base URL of profile '"
            + profile
            + "' from "
            + value.origin()
            + " is not usable. "
            + why);
  }
}
