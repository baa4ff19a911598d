package dev.latchkey.client;

import java.util.Locale;
import java.util.Set;

/** Headers that callers cannot set: credentials come from providers, framing from the transport. */
final class ReservedHeaders {

  private static final Set<String> NAMES =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "host",
          "content-length",
          "transfer-encoding",
          "connection",
          "content-type");

  private ReservedHeaders() {}

  static boolean contains(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
