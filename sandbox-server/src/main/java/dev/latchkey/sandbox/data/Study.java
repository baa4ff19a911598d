package dev.latchkey.sandbox.data;

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
public record Study(
    String accession, List<String> enaAccessions, String title, Biome biome, String updatedAt) {

  /** Whether its names or its title contain {@code words}, whatever the case. */
  public boolean mentions(String words) {
    String all = accession + " " + String.join(" ", enaAccessions) + " " + title;
    return all.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
