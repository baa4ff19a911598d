package dev.latchkey.sandbox.data;

import java.util.List;
import java.util.Locale;

/**
 * A sample, with the fields of MGnify's {@code MGnifySample}.
 *
 * @param accession ERS and seven digits
 * @param enaAccessions its names in the European Nucleotide Archive
 * @param sampleTitle what it is
 * @param biome where it is from
 * @param updatedAt an RFC 3339 date
 */
public record Sample(
    String accession,
    List<String> enaAccessions,
    String sampleTitle,
    Biome biome,
    String updatedAt) {

  /** Whether its names or its title contain {@code words}, whatever the case. */
  public boolean mentions(String words) {
    String all = String.join(" ", enaAccessions) + " " + sampleTitle;
    return all.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
