package dev.latchkey.cli.output;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times for people, in the local zone. */
public final class Times {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ROOT);

  private Times() {}

  /** {@return a time as people here read it} */
  public static String local(Instant time) {
    return FORMAT.format(time.atZone(ZoneId.systemDefault()));
  }

  /** {@return the same, or a word where there is none} */
  public static String local(Optional<Instant> time, String absent) {
    return time.map(Times::local).orElse(absent);
  }
}
