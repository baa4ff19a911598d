package dev.latchkey.sandbox.mgnify;

import dev.latchkey.sandbox.mgnify.Study.Biome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Invents believable studies: the same ones for the same seed, whatever the day. */
final class StudyWriter {
  private static final Instant NEWEST = Instant.parse("2026-10-31T18:00:00Z");
  private static final int SPREAD_MINUTES = (int) Duration.ofDays(5 * 365).toMinutes();

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

  private final int firstNumber;
  private final long seed;

  StudyWriter(int firstNumber, long seed) {
    this.firstNumber = firstNumber;
    this.seed = seed;
  }

  List<Study> write(int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(i -> study(firstNumber + i, random)).toList();
  }

  private static Study study(int number, Random random) {
    Subject subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
    String form = FORMS.get(random.nextInt(FORMS.size()));
    String place = PLACES.get(random.nextInt(PLACES.size()));
    Duration age = Duration.ofMinutes(random.nextInt(SPREAD_MINUTES));
    return new Study(
        String.format(Locale.ROOT, "MGYS%08d", number),
        List.of(
            String.format(Locale.ROOT, "ERP%06d", 100_000 + number), "PRJEB" + (20_000 + number)),
        form.formatted(subject.name, place),
        Biome.of(subject.lineage),
        NEWEST.minus(age).toString());
  }

  private record Subject(String name, String lineage) {}
}
