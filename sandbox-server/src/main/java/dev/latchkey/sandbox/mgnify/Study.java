package dev.latchkey.sandbox.mgnify;

import java.util.List;
import java.util.Locale;

/**
 * A study, with the fields of MGnify's {@code MGnifyStudy}.
 *
 * @param accession MGYS and eight digits
 * @param enaAccessions its names in the European Nucleotide Archive
 * @param title what it is about
 * @param biome where its samples are from
 * @param updatedAt an RFC 3339 date
 */
record Study(
    String accession, List<String> enaAccessions, String title, Biome biome, String updatedAt) {

  boolean isIn(String lineage) {
    return biome.lineage().equals(lineage) || biome.lineage().startsWith(lineage + ":");
  }

  boolean mentions(String words) {
    String all = accession + " " + String.join(" ", enaAccessions) + " " + title;
    return all.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  /**
   * A kind of place.
   *
   * @param biomeName its last name
   * @param lineage all its names, from {@code root}
   */
  record Biome(String biomeName, String lineage) {
    static Biome of(String lineage) {
      return new Biome(lineage.substring(lineage.lastIndexOf(':') + 1), lineage);
    }
  }
}
