package dev.latchkey.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times for people, in the local zone. */
final class Times {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ROOT);

  private Times() {}

  static String local(Instant time) {
    return FORMAT.format(time.atZone(ZoneId.systemDefault()));
  }

  static String local(Optional<Instant> time, String absent) {
    return time.map(Times::local).orElse(absent);
  }
}
