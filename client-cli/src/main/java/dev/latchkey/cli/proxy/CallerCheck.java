package dev.latchkey.cli.proxy;

import com.sun.net.httpserver.Headers;
import dev.latchkey.auth.Placement;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets those through who know the token of this run. It may stand wherever a program would put the
 * credential itself, so that programs of the service need no change: in {@code Authorization} under
 * any scheme, as the password of {@code Basic}, or at the place of the profile's own credential.
 */
final class CallerCheck {

  private static final String AUTHORIZATION = "Authorization";

  private final RunToken token;
  private final Placement placement;
  private final Set<String> hosts;

  CallerCheck(RunToken token, Placement placement, int port) {
    this.token = token;
    this.placement = placement;
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  /**
   * Checks a request.
   *
   * @throws RefusedException when it is to be refused
   */
  void require(Headers headers, @Nullable String rawQuery) {
    requireHost(headers);
    requireNoForeignPage(headers);
    if (shown(headers, rawQuery).noneMatch(token::is)) {
      throw new RefusedException(401, "The token of this run is missing or wrong.");
    }
  }

  /** A name that somebody else's DNS leads here (DNS rebinding) is not one of this machine's. */
  private void requireHost(Headers headers) {
    List<String> given = headers.getOrDefault("Host", List.of());
    if (given.size() != 1 || !hosts.contains(given.get(0).toLowerCase(Locale.ROOT))) {
      throw new RefusedException(421, "The request is for another host.");
    }
  }

  /** Browsers say whose page asks: by Origin where it wants an answer, else by Sec-Fetch-Site. */
  private void requireNoForeignPage(Headers headers) {
    boolean isOurs =
        headers.getOrDefault("Origin", List.of()).stream()
            .allMatch(origin -> hosts.stream().anyMatch(host -> origin.equals("http://" + host)));
    boolean isAsked =
        headers.getOrDefault("Sec-Fetch-Site", List.of()).stream()
            .allMatch(site -> site.equals("same-origin") || site.equals("none"));
    if (!isOurs || !isAsked) {
      throw new RefusedException(403, "Pages of other sites cannot use this proxy.");
    }
  }

  private Stream<String> shown(Headers headers, @Nullable String rawQuery) {
    Stream<String> shown =
        headers.getOrDefault(AUTHORIZATION, List.of()).stream()
            .flatMap(CallerCheck::inAuthorization);
    if (placement instanceof Placement.Header own) {
      shown =
          Stream.concat(
              shown,
              headers.getOrDefault(own.name(), List.of()).stream()
                  .map(value -> withoutScheme(value)));
    }
    if (placement instanceof Placement.Query own && rawQuery != null) {
      shown = Stream.concat(shown, inQuery(rawQuery, own.name()));
    }
    return shown;
  }

  private static Stream<String> inAuthorization(String value) {
    String rest = withoutScheme(value);
    return value.regionMatches(true, 0, "Basic ", 0, "Basic ".length())
        ? password(rest).stream()
        : Stream.of(rest);
  }

  private static String withoutScheme(String value) {
    return value.substring(value.indexOf(' ') + 1).trim();
  }

  private static Optional<String> password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return Optional.of(pair.substring(pair.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Stream<String> inQuery(String rawQuery, String name) {
    return Arrays.stream(rawQuery.split("&", -1))
        .filter(parameter -> parameter.startsWith(name + "="))
        .map(parameter -> parameter.substring(name.length() + 1))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8));
  }
}
