package dev.latchkey.sandbox.data;

import java.util.OptionalLong;

/** Names made of letters and a padded number. */
enum Accession {
  STUDY("MGYS", 8),
  ANALYSIS("MGYA", 8),
  PROJECT("PRJEB", 5),
  ENA_STUDY("ERP", 6),
  SAMPLE("ERS", 7),
  BIOSAMPLE("SAMEA", 8),
  RUN("ERR", 7);

  private final String letters;
  private final int width;

  Accession(String letters, int width) {
    this.letters = letters;
    this.width = width;
  }

  String of(long number) {
    String digits = Long.toString(number);
    return letters + "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  /** The number in a name that {@link #of} could have made. */
  OptionalLong number(String name) {
    boolean fits =
        name.startsWith(letters) && name.substring(letters.length()).matches("\\d{1,17}");
    if (!fits) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(name.substring(letters.length()));
    return of(number).equals(name) ? OptionalLong.of(number) : OptionalLong.empty();
  }
}
