package dev.latchkey.client.internal.paging;

import dev.latchkey.auth.Origin;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import dev.latchkey.client.internal.pipeline.UrlReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The URL of a next page, which a server, or somebody who could change its answer, chose. It is
 * followed only below the base URL of the profile, and refused before anything is connected.
 */
final class NextLink {

  private static final Pattern DOTS = Pattern.compile("(?i)(^|/)(\\.|%2e){1,2}(/|$)");

  private NextLink() {}

  static URI resolve(URI page, String link, URI base) {
    URI target = parsed(page, link);
    if (!isBelow(base, target)) {
      throw refused(
          "The server says that the next page is elsewhere"
              + host(target)
              + ". It is not asked for; the list ends in the middle.");
    }
    return target;
  }

  private static URI parsed(URI page, String link) {
    try {
      URI given = new URI(link);
      if (given.getRawPath() != null && DOTS.matcher(given.getRawPath()).find()) {
        throw refused("The server's link to the next page leaves its directory. It is refused.");
      }
      return UrlReference.resolve(page, given);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw refused("The server's link to the next page is no URL. It is refused.");
    }
  }

  private static boolean isBelow(URI base, URI target) {
    try {
      return Origin.of(base).equals(Origin.of(target))
          && target.getRawPath().startsWith(base.getRawPath())
          && !target.getRawPath().toLowerCase(Locale.ROOT).contains("%2f");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String host(URI target) {
    return target.getHost() == null
        ? ""
        : " (" + target.getScheme() + "://" + target.getHost() + ")";
  }

  private static ExchangeException refused(String message) {
    return new ExchangeException(ExchangeException.Kind.REFUSED, message, null);
  }
}
