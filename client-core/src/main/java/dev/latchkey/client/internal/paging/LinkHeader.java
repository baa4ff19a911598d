package dev.latchkey.client.internal.paging;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Link} headers (RFC 8288, section 3). */
final class LinkHeader {

  private static final String PARAMETERS =
      "(?:\\s*;\\s*[^\\s=;,]+\\s*(?:=\\s*(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s;,\"]*+))?)*+";
  private static final Pattern LINK =
      Pattern.compile("\\s*<([^>]*)>(" + PARAMETERS + ")\\s*(?:,|$)");
  private static final Pattern RELATION =
      Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))");

  private LinkHeader() {}

  /** Finds the first link whose relation is {@code next}. */
  static Optional<String> next(List<String> headers) {
    return headers.stream().map(LinkHeader::next).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> next(String header) {
    Matcher links = LINK.matcher(header);
    while (links.lookingAt()) {
      if (isNext(links.group(2))) {
        return Optional.of(links.group(1));
      }
      links.region(links.end(), header.length());
    }
    return Optional.empty();
  }

  /** Of several {@code rel} parameters the first counts (section 3.3). */
  private static boolean isNext(String parameters) {
    Matcher relation = RELATION.matcher(parameters);
    if (!relation.find()) {
      return false;
    }
    String names = relation.group(1) == null ? relation.group(2) : relation.group(1);
    return Arrays.asList(names.toLowerCase(Locale.ROOT).trim().split("\\s+", -1)).contains("next");
  }
}
