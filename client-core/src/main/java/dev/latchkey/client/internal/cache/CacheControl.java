package dev.latchkey.client.internal.cache;

import dev.latchkey.client.internal.pipeline.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directives of {@code Cache-Control} (RFC 9111, section 5.2). Immutable. */
final class CacheControl {

  private static final Pattern DIRECTIVE =
      Pattern.compile("([^\\s,;=\"]+)\\s*(?:=\\s*(?:\"([^\"]*)\"|([^\\s,;\"]*)))?");
  private static final Pattern SECONDS = Pattern.compile("\\d+");

  /** What is longer is as long as this (RFC 9111, section 1.2.2). */
  private static final long LONGEST = 1L << 31;

  private final Map<String, String> directives = new HashMap<>();

  private CacheControl(String text) {
    Matcher directive = DIRECTIVE.matcher(text);
    while (directive.find()) {
      directives.merge(directive.group(1).toLowerCase(Locale.ROOT), value(directive), this::one);
    }
  }

  static CacheControl of(String text) {
    return new CacheControl(text);
  }

  static CacheControl of(Reply reply) {
    return of(String.join(",", reply.headers().getOrDefault("Cache-Control", List.of())));
  }

  private static String value(Matcher directive) {
    String quoted = directive.group(2);
    String bare = directive.group(3);
    return quoted != null ? quoted : bare != null ? bare : "";
  }

  /** Directives that contradict each other make no sense. */
  private String one(String first, String second) {
    return first.equals(second) ? first : "";
  }

  boolean has(String directive) {
    return directives.containsKey(directive);
  }

  /** The time that a directive gives, if it is there; none at all where that makes no sense. */
  Optional<Duration> time(String directive) {
    return Optional.ofNullable(directives.get(directive)).map(CacheControl::seconds);
  }

  private static Duration seconds(String text) {
    if (!SECONDS.matcher(text).matches()) {
      return Duration.ZERO;
    }
    return Duration.ofSeconds(
        text.length() > 10 ? LONGEST : Math.min(LONGEST, Long.parseLong(text)));
  }

  @Override
  public String toString() {
    return directives.toString();
  }
}
