package dev.latchkey.client.internal.cache;

import dev.latchkey.client.internal.pipeline.Reply;
import java.time.Duration;
import java.time.Instant;

/**
 * How old a response is, and how old it may become before the server must be asked again (RFC 9111,
 * section 4.2). Only what the server says counts: there are no guesses. What has become too old is
 * never used, so that directives such as {@code must-revalidate} change nothing.
 *
 * @param age since the server made it
 * @param lifetime how long it is fresh
 */
record Freshness(Duration age, Duration lifetime) {

  static Freshness of(StoredResponse stored, Instant now) {
    return new Freshness(age(stored, now), lifetime(stored.reply(), stored.received()));
  }

  /** Whether a response may answer a request without the server. */
  boolean suffices(CacheControl request) {
    return !request.has("no-cache")
        && age.compareTo(lifetime) < 0
        && request.time("max-age").filter(most -> age.compareTo(most) > 0).isEmpty()
        && request.time("min-fresh").filter(least -> isShorter(least)).isEmpty();
  }

  private boolean isShorter(Duration least) {
    return lifetime.minus(age).compareTo(least) < 0;
  }

  static Duration lifetime(Reply reply, Instant received) {
    CacheControl control = CacheControl.of(reply);
    if (control.has("no-cache")) {
      return Duration.ZERO;
    }
    return control.time("max-age").orElseGet(() -> untilExpiry(reply, received));
  }

  private static Duration untilExpiry(Reply reply, Instant received) {
    Instant date = reply.date("Date").orElse(received);
    return reply
        .date("Expires")
        .map(end -> notNegative(Duration.between(date, end)))
        .orElse(Duration.ZERO);
  }

  private static Duration age(StoredResponse stored, Instant now) {
    if (now.isBefore(stored.received())) {
      // Somebody has set the clock back, and there is no telling.
      return Duration.ofSeconds(Integer.MAX_VALUE);
    }
    Instant received = stored.received();
    Duration apparent =
        stored
            .reply()
            .date("Date")
            .map(date -> notNegative(Duration.between(date, received)))
            .orElse(Duration.ZERO);
    Duration corrected =
        ageHeader(stored.reply()).plus(notNegative(Duration.between(stored.asked(), received)));
    Duration initial = apparent.compareTo(corrected) > 0 ? apparent : corrected;
    return initial.plus(Duration.between(received, now));
  }

  /** Read as a directive is, which is bounded. */
  private static Duration ageHeader(Reply reply) {
    return reply
        .header("Age")
        .flatMap(value -> CacheControl.of("age=" + value).time("age"))
        .orElse(Duration.ZERO);
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
