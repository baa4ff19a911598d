package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Origin;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether secrets from elsewhere may go to where the base URL points. A file that merely lies in a
 * directory could have been planted there to collect them, so such a file may send away only what
 * it holds itself, unless its URL is the preset's own or was allowed by somebody with more of a
 * say. Immutable.
 */
final class UrlTrust {

  private static final String ALLOWED = "allowed-origins";

  private final ProfileLookup lookup;
  private final SourcedValue url;
  private final Origin origin;

  UrlTrust(ProfileLookup lookup, SourcedValue url, Origin origin) {
    this.lookup = lookup;
    this.url = url;
    this.origin = origin;
  }

  /** Why this secret may not be sent there, if so. */
  Optional<String> objection(SourcedValue secret, String nameForUsers) {
    if (url.isFromSameSource(secret) || isTrusted()) {
      return Optional.empty();
    }
    return Optional.of(
        url.origin()
            + " wants "
            + nameForUsers
            + " ("
            + secret.origin()
            + ") to be sent to "
            + origin
            + ". "
            + advice());
  }

  /** Refuses to ask a person for what would be sent to a URL that may have been planted. */
  void requireForPrompt() {
    if (!isTrusted()) {
      throw new AuthConfigurationException(
          url.origin() + " wants credentials to be sent to " + origin + ". " + advice());
    }
  }

  private boolean isTrusted() {
    return !url.place().isFoundByLocation() || isOfPreset() || allowedOrigins().contains(origin);
  }

  private boolean isOfPreset() {
    return lookup
        .preset()
        .flatMap(preset -> Optional.ofNullable(preset.values().get("base-url")))
        .map(own -> Origin.of(URI.create(own)))
        .filter(origin::equals)
        .isPresent();
  }

  private List<Origin> allowedOrigins() {
    Optional<SourcedValue> allowed =
        lookup.find(ALLOWED, value -> !value.place().isFoundByLocation());
    return allowed.flatMap(SourcedValue::text).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> origin(text, allowed.get()))
        .toList();
  }

  private Origin origin(String text, SourcedValue allowed) {
    try {
      return Origin.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      throw new AuthConfigurationException(
          lookup.fullName(ALLOWED)
              + " ("
              + allowed.origin()
              + ") is not usable: list origins such as https://example.org, with commas between.");
    }
  }

  private String advice() {
    String property = lookup.fullName(ALLOWED);
    return "If that is right, allow it with "
        + property
        + "="
        + origin
        + " in your user configuration, or in the environment with "
        + PropertyNames.inEnvironment(property)
        + "; if not, remove the file.";
  }
}
