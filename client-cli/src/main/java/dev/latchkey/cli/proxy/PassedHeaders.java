package dev.latchkey.cli.proxy;

import com.sun.net.httpserver.Headers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which headers go through the proxy, and which end at it. Stateless. */
final class PassedHeaders {

  /** They belong to one connection (RFC 9110, section 7.6.1) or to its framing. */
  private static final Set<String> OF_ONE_HOP =
      caseless(
          "Connection",
          "Keep-Alive",
          "Proxy-Connection",
          "Proxy-Authenticate",
          "Proxy-Authorization",
          "Proxy-Authentication-Info",
          "TE",
          "Trailer",
          "Transfer-Encoding",
          "Upgrade",
          "Content-Length");

  /**
   * Of a caller: who it is is said by the credential alone, where it comes from is nobody's
   * business, and no method may hide behind another.
   */
  private static final Set<String> OF_CALLERS =
      caseless(
          "Host",
          "Expect",
          "Authorization",
          "Cookie",
          "Cookie2",
          "Origin",
          "Referer",
          "Forwarded",
          "Via",
          "X-Real-IP",
          "X-HTTP-Method",
          "X-HTTP-Method-Override",
          "X-Method-Override",
          "Content-Type");

  private static final List<String> PREFIXES_OF_CALLERS =
      List.of("sec-", "x-forwarded-", "access-control-");

  /**
   * Of the service: what a browser would keep for, or grant to, whatever else is on this machine's
   * loopback address, and what leads elsewhere.
   */
  private static final Set<String> OF_THE_SERVICE =
      caseless(
          "Set-Cookie",
          "Set-Cookie2",
          "Strict-Transport-Security",
          "Clear-Site-Data",
          "Alt-Svc",
          "Refresh",
          "Location",
          "Cross-Origin-Resource-Policy",
          "Date");

  private static final List<String> PREFIXES_OF_THE_SERVICE = List.of("access-control-");

  private PassedHeaders() {}

  /** Those of a caller that are sent on, joined by commas where there are several. */
  static Map<String, String> toTheService(Headers headers, Collection<String> alsoLeftOut) {
    Set<String> leftOut = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    leftOut.addAll(OF_CALLERS);
    leftOut.addAll(alsoLeftOut);
    Map<String, String> passed = new TreeMap<>();
    passed(headers, leftOut, PREFIXES_OF_CALLERS)
        .forEach((name, values) -> passed.put(name, String.join(", ", values)));
    passed.put("Via", "1.1 latchkey");
    return passed;
  }

  /** Those of the service that its caller gets. */
  static Map<String, List<String>> toTheCaller(Map<String, List<String>> headers) {
    return passed(headers, OF_THE_SERVICE, PREFIXES_OF_THE_SERVICE);
  }

  private static Map<String, List<String>> passed(
      Map<String, List<String>> headers, Set<String> leftOut, List<String> prefixes) {
    Set<String> named = caseless();
    headers.forEach(
        (name, values) -> {
          if ("Connection".equalsIgnoreCase(name)) {
            values.forEach(value -> named.addAll(words(value)));
          }
        });
    Map<String, List<String>> passed = new TreeMap<>();
    headers.forEach(
        (name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!OF_ONE_HOP.contains(name)
              && !leftOut.contains(name)
              && !named.contains(name)
              && prefixes.stream().noneMatch(lower::startsWith)) {
            passed.put(name, values);
          }
        });
    return passed;
  }

  private static List<String> words(String list) {
    List<String> words = new ArrayList<>();
    for (String word : list.split(",", -1)) {
      words.add(word.trim());
    }
    return words;
  }

  private static Set<String> caseless(String... names) {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(List.of(names));
    return set;
  }
}
