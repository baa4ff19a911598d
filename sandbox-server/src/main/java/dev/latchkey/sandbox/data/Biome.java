package dev.latchkey.sandbox.data;

/**
 * A kind of place.
 *
 * @param biomeName its last name
 * @param lineage all its names, from {@code root}
 */
public record Biome(String biomeName, String lineage) {
  /** The biome with these names. */
  public static Biome of(String lineage) {
    return new Biome(lineage.substring(lineage.lastIndexOf(':') + 1), lineage);
  }

  /** Whether it is the biome of this lineage, or a part of it. */
  public boolean isIn(String other) {
    return lineage.equals(other) || lineage.startsWith(other + ":");
  }
}
