package dev.latchkey.client.internal.pipeline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads {@code Retry-After}: seconds or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {

  private RetryAfter() {}

  /**
   * How long to wait from {@code now}, at least not at all; empty when the value makes no sense.
   */
  static Optional<Duration> parse(String value, Instant now) {
    String text = value.trim();
    if (text.matches("\\d{1,18}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    return date(text).map(date -> Duration.between(now, date)).map(RetryAfter::notNegative);
  }

  /** Reads a date as in {@code Date} and {@code Retry-After}; empty when it is none. */
  static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
