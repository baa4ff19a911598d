package dev.latchkey.sandbox.data;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Invents believable studies: the same one for the same seed and number, whatever the day. */
final class StudyWriter {
  private static final Instant OLDEST = Instant.parse("2016-01-01T00:00:00Z");
  private static final int STEP_MINUTES = 7;

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject("surface seawater", "root:Environmental:Aquatic:Marine"),
          new Subject(
              "hydrothermal vent fluid", "root:Environmental:Aquatic:Marine:Hydrothermal vents"),
          new Subject("coastal sediment", "root:Environmental:Aquatic:Marine:Sediment"),
          new Subject("lake water", "root:Environmental:Aquatic:Freshwater:Lentic"),
          new Subject("glacier ice", "root:Environmental:Aquatic:Freshwater:Ice"),
          new Subject("grassland soil", "root:Environmental:Terrestrial:Soil:Grasslands"),
          new Subject("permafrost", "root:Environmental:Terrestrial:Soil:Permafrost"),
          new Subject("rhizosphere", "root:Host-associated:Plants:Rhizosphere"),
          new Subject("human gut", "root:Host-associated:Human:Digestive system:Large intestine"),
          new Subject("human oral cavity", "root:Host-associated:Human:Digestive system:Oral"),
          new Subject(
              "bovine rumen", "root:Host-associated:Mammals:Digestive system:Stomach:Rumen"),
          new Subject("reef sponge", "root:Host-associated:Porifera"),
          new Subject("activated sludge", "root:Engineered:Wastewater:Activated Sludge"),
          new Subject("anaerobic digester", "root:Engineered:Bioreactor"));

  private static final List<String> FORMS =
      List.of(
          "Shotgun metagenomes of %s from %s",
          "16S rRNA amplicon survey of %s in %s",
          "Metatranscriptome of %s sampled near %s",
          "Seasonal dynamics of microbial communities in %s, %s",
          "Metagenome-assembled genomes from %s of %s",
          "Viral diversity in %s across %s");

  private static final List<String> PLACES =
      List.of(
          "the North Sea",
          "Lake Constance",
          "the Baltic coast",
          "Svalbard",
          "the Azores",
          "the Po valley",
          "Crete",
          "the Wadden Sea",
          "the Scottish Highlands",
          "Patagonia",
          "the Great Barrier Reef",
          "Hokkaido",
          "the Okavango Delta",
          "British Columbia");

  /** After how many studies the biomes come round again. */
  static final int PERIOD = SUBJECTS.size();

  private final long seed;

  StudyWriter(long seed) {
    this.seed = seed;
  }

  /** Every biome that a study can have. */
  static List<Biome> biomes() {
    return SUBJECTS.stream().map(Subject::biome).toList();
  }

  static Biome biome(long number) {
    return subject(number).biome;
  }

  /** The later its number, the later a study was updated. */
  static String updatedAt(long number) {
    return OLDEST.plus(Duration.ofMinutes(number * STEP_MINUTES)).toString();
  }

  Study study(long number) {
    Subject subject = subject(number);
    String form = FORMS.get(Mix.below(FORMS.size(), seed, 2 * number));
    String place = PLACES.get(Mix.below(PLACES.size(), seed, 2 * number + 1));
    return new Study(
        Accession.STUDY.of(number),
        List.of(Accession.ENA_STUDY.of(100_000 + number), Accession.PROJECT.of(20_000 + number)),
        form.replaceFirst("%s", subject.name).replaceFirst("%s", place),
        subject.biome,
        updatedAt(number));
  }

  private static Subject subject(long number) {
    return SUBJECTS.get((int) (number % PERIOD));
  }

  private record Subject(String name, Biome biome) {
    Subject(String name, String lineage) {
      this(name, Biome.of(lineage));
    }
  }
}
