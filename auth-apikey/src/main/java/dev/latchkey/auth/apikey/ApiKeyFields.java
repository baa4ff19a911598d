package dev.latchkey.auth.apikey;

import dev.latchkey.auth.ApiKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON object that describes a key; whatever is missing or odd counts as not told. */
final class ApiKeyFields {

  private ApiKeyFields() {}

  static ApiKey read(Map<?, ?> fields) {
    return new ApiKey(
        text(fields, "api_id").orElse(""),
        text(fields, "name").orElse(""),
        time(fields, "created"),
        time(fields, "last_used"),
        time(fields, "expiry"),
        text(fields, "workspace"));
  }

  private static Optional<String> text(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Optional<Instant> time(Map<?, ?> fields, String name) {
    try {
      return text(fields, name).map(t -> instant(t.replace(' ', 'T')));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  // A time without an offset is taken for UTC: an expiry that is passed over would read as "never".
  private static Instant instant(String text) {
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime offset
        ? offset.toInstant()
        : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
  }
}
