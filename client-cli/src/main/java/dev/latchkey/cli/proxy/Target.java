package dev.latchkey.cli.proxy;

import dev.latchkey.auth.Placement;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a request is for.
 *
 * @param raw path and query as they are sent on
 * @param path the path, decoded, as rules and audit see it
 */
record Target(String raw, String path) {

  /**
   * Takes the target of a request.
   *
   * @param target as it was received
   * @param placement where the credential goes: callers cannot put another one there
   * @throws RefusedException when it is no path of a service, or one that leads out of where it
   *     seems to lead
   */
  static Target of(URI target, Placement placement) {
    String rawPath = target.getRawPath();
    if (target.isAbsolute() || target.getRawAuthority() != null || rawPath == null) {
      throw new RefusedException(400, "Ask for a path: this is no forward proxy.");
    }
    if (!rawPath.startsWith("/") || rawPath.startsWith("//") || hidesSteps(rawPath)) {
      throw new RefusedException(400, "The path is not usable: it must have no '..' in it.");
    }
    String query = target.getRawQuery() == null ? "" : withoutCredential(target, placement);
    return new Target(rawPath + (query.isEmpty() ? "" : "?" + query), decoded(rawPath));
  }

  /** Servers take encoded dots, slashes and parameters of a segment for steps as well. */
  private static boolean hidesSteps(String rawPath) {
    return Arrays.stream(decoded(rawPath).split("[/\\\\]", -1))
        .map(segment -> segment.replaceFirst(";.*", ""))
        .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
  }

  private static String decoded(String rawPath) {
    try {
      return URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(400, "The path is not usable: it is wrongly encoded.");
    }
  }

  private static String withoutCredential(URI target, Placement placement) {
    String query = target.getRawQuery();
    if (!(placement instanceof Placement.Query own)) {
      return query;
    }
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> !name(parameter).equals(own.name()))
        .collect(Collectors.joining("&"));
  }

  private static String name(String parameter) {
    return decoded(parameter.replaceFirst("=.*", ""));
  }
}
