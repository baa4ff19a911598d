package dev.latchkey.cli.keys;

import dev.latchkey.cli.failure.UsageException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Reads how long two keys are to be valid side by side. */
final class Overlap {

  private Overlap() {}

  static Duration parse(String text) {
    try {
      String iso = text.toUpperCase(Locale.ROOT);
      Duration overlap =
          iso.matches("\\d{1,5}D")
              ? Duration.ofDays(Long.parseLong(iso.replace("D", "")))
              : Duration.parse(iso.startsWith("P") ? iso : "PT" + iso);
      if (!overlap.isNegative()) {
        return overlap;
      }
    } catch (DateTimeParseException e) {
      // Told below.
    }
    throw new UsageException("--overlap takes a time such as 7d, 12h or 30m.");
  }
}
