package dev.latchkey.client.internal.cache;

import dev.latchkey.client.internal.pipeline.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Which responses may be kept (RFC 9111, section 3), and are worth it. Stateless. */
final class KeepingRule {

  /** The largest body that is kept. */
  static final int LARGEST = 4 << 20;

  /** Headers in which services hand out credentials of their own making. */
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(token|secret|passw|session|api-?key).*");

  private KeepingRule() {}

  static boolean allows(GetRequest request, StoredResponse stored, Reply reply) {
    return reply.status() == 200
        && !CacheControl.of(reply).has("no-store")
        && !Fields.names(reply, "Vary").contains("*")
        && isWhole(reply)
        && isOfUse(stored)
        && !holdsSecret(request, stored.reply());
  }

  /** A body that ends with its connection may have been cut off (RFC 9111, section 3.3). */
  private static boolean isWhole(Reply reply) {
    boolean endsItself =
        reply.header("Content-Length").isPresent() || reply.header("Transfer-Encoding").isPresent();
    return reply.header("Content-Range").isEmpty()
        && reply.body().length <= LARGEST
        && (endsItself || !Fields.names(reply, "Connection").contains("close"));
  }

  private static boolean isOfUse(StoredResponse stored) {
    Instant received = stored.received();
    return stored.hasValidator() || !Freshness.lifetime(stored.reply(), received).isZero();
  }

  /** Servers that repeat what they were sent would bring a credential into a file. */
  private static boolean holdsSecret(GetRequest request, Reply kept) {
    return kept.headers().keySet().stream().anyMatch(name -> SECRET_NAME.matcher(name).matches())
        || request
            .call()
            .credential()
            .filter(credential -> repeats(kept, credential.secret().reveal()))
            .isPresent();
  }

  private static boolean repeats(Reply kept, String secret) {
    return kept.headers().values().stream()
            .flatMap(List::stream)
            .anyMatch(value -> value.contains(secret))
        || new String(kept.body(), StandardCharsets.ISO_8859_1).contains(secret);
  }
}
