package dev.latchkey.auth.apikey;

import dev.latchkey.auth.ApiKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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
      return text(fields, name).map(t -> OffsetDateTime.parse(t.replace(' ', 'T')).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
