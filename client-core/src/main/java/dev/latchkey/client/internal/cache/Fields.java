package dev.latchkey.client.internal.cache;

import dev.latchkey.client.internal.pipeline.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which headers of a response are kept (RFC 9111, section 3.1). Stateless. */
final class Fields {

  /** Those of the connection, those of proxies, and credentials. */
  private static final Set<String> NEVER =
      Set.of(
          "authentication-info",
          "authorization",
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authentication-info",
          "proxy-authorization",
          "proxy-connection",
          "set-cookie",
          "set-cookie2",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "www-authenticate");

  /** Those of the body, of which a 304 has none (RFC 9111, section 3.2). */
  private static final Set<String> OF_BODY =
      Set.of("content-encoding", "content-length", "content-range", "content-type");

  private Fields() {}

  /** The names that a header lists, in lower case. */
  static Set<String> names(Reply reply, String header) {
    Set<String> names = new TreeSet<>();
    for (String line : reply.headers().getOrDefault(header, List.of())) {
      for (String name : line.split(",", -1)) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    names.remove("");
    return names;
  }

  /** The headers that may be kept. */
  static Map<String, List<String>> kept(Reply reply) {
    Set<String> ofConnection = names(reply, "Connection");
    Map<String, List<String>> kept = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    reply
        .headers()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!NEVER.contains(lower) && !ofConnection.contains(lower)) {
                kept.put(name, List.copyOf(values));
              }
            });
    return kept;
  }

  /** The headers of a kept response after the server has said that it still holds. */
  static Map<String, List<String>> updated(Reply stored, Reply notModified) {
    Map<String, List<String>> updated = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    updated.putAll(stored.headers());
    // They told how old the response was when it came.
    updated.remove("Date");
    updated.remove("Age");
    kept(notModified)
        .forEach(
            (name, values) -> {
              if (!OF_BODY.contains(name.toLowerCase(Locale.ROOT))) {
                updated.put(name, values);
              }
            });
    return updated;
  }
}
