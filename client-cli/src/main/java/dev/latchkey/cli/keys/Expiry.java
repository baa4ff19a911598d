package dev.latchkey.cli.keys;

import dev.latchkey.cli.failure.UsageException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads when a key shall end. */
final class Expiry {

  private Expiry() {}

  static Instant parse(String text) {
    try {
      if (text.matches("\\d{1,5}d")) {
        return Instant.now().plus(Duration.ofDays(Long.parseLong(text.replace("d", ""))));
      }
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeException e) {
      throw new UsageException(
          "--expiry takes days such as 90d, a date such as 2030-01-02, or a time such as"
              + " 2030-01-02T03:04:05Z.");
    }
  }
}
