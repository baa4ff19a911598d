package dev.latchkey.sandbox.data;

import java.util.List;

/** Invents samples, runs and analyses of invented studies. */
final class RecordWriter {
  private static final List<String> PIPELINES = List.of("V4.1", "V5", "V6", "V6.1");

  private final Extent extent;

  RecordWriter(Extent extent) {
    this.extent = extent;
  }

  Sample sample(long number) {
    long study = number / extent.samplesPerStudy();
    Biome biome = StudyWriter.biome(study);
    String place = Long.toString(number % extent.samplesPerStudy() + 1);
    String accession = Accession.SAMPLE.of(number);
    return new Sample(
        accession,
        List.of(accession, Accession.BIOSAMPLE.of(number)),
        Accession.STUDY.of(study) + ", " + biome.biomeName() + ", sample " + place,
        biome,
        StudyWriter.updatedAt(study));
  }

  Run run(long number) {
    Experiment type = Experiment.of(number);
    long sample = number / extent.runsPerSample();
    return new Run(
        type.label(),
        Accession.RUN.of(number),
        Accession.SAMPLE.of(sample),
        Accession.STUDY.of(sample / extent.samplesPerStudy()),
        type.model(),
        type.platform());
  }

  Analysis analysis(long number) {
    Run run = run(number);
    return new Analysis(
        run.experimentType(),
        run.studyAccession(),
        Accession.ANALYSIS.of(number),
        run,
        sample(number / extent.runsPerSample()),
        null,
        PIPELINES.get(Mix.below(PIPELINES.size(), extent.seed(), number)));
  }
}
