package dev.latchkey.auth.apikey;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeyRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The JSON object that describes a key; whatever is missing or odd in it counts as not told. */
final class ApiKeyFields {

  // GoFigr's clients send a space between date and time, and microseconds only where there are any.
  private static final DateTimeFormatter EXPIRY = utc("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter EXPIRY_WITH_MICROS = utc("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private ApiKeyFields() {}

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  static Map<String, Object> write(ApiKeyRequest request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", request.name());
    request.expiry().ifPresent(at -> fields.put("expiry", expiry(at)));
    request.workspace().ifPresent(id -> fields.put("workspace", id));
    return fields;
  }

  private static String expiry(Instant at) {
    boolean whole = at.equals(at.truncatedTo(ChronoUnit.SECONDS));
    return (whole ? EXPIRY : EXPIRY_WITH_MICROS).format(at) + "+00:00";
  }

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
