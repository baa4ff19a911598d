package dev.latchkey.cli.invocation;

import dev.latchkey.cli.failure.UsageException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Reads how long something is to last: {@code 7d}, {@code 12h}, {@code 30m}, or as ISO 8601. */
public final class Timespan {

  private Timespan() {}

  /** {@return the time that was typed after {@code option}} */
  public static Duration parse(String option, String text) {
    try {
      String iso = text.toUpperCase(Locale.ROOT);
      Duration time =
          iso.matches("\\d{1,5}D")
              ? Duration.ofDays(Long.parseLong(iso.replace("D", "")))
              : Duration.parse(iso.startsWith("P") ? iso : "PT" + iso);
      if (!time.isNegative()) {
        return time;
      }
    } catch (DateTimeParseException e) {
      // Told below.
    }
    throw new UsageException(option + " takes a time such as 7d, 12h or 30m.");
  }
}
