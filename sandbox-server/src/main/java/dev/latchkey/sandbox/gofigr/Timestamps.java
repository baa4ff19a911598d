package dev.latchkey.sandbox.gofigr;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as Python writes them, and as its clients send them. */
final class Timestamps {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);
  // Python's str(datetime) has a space where ISO 8601 has a T.
  private static final Pattern SENT =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?(Z|[+-]\\d\\d:\\d\\d)?)");

  /** The last moment that Python's datetime can tell. */
  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Timestamps() {}

  static String iso(Instant instant) {
    OffsetDateTime micros = instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    return (micros.getNano() == 0 ? SECONDS : MICROS).format(micros);
  }

  static @Nullable String isoOrNull(@Nullable Instant instant) {
    return instant == null ? null : iso(instant);
  }

  /** The moment in {@code text}; without an offset it is UTC, as on the server. */
  static Optional<Instant> parse(String text) {
    var parts = SENT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      TemporalAccessor moment =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              parts.group(1) + "T" + parts.group(2), OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          moment instanceof OffsetDateTime exact
              ? exact.toInstant()
              : LocalDateTime.from(moment).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
