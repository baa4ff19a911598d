package dev.latchkey.sandbox.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * All that there is to see: some studies are public, every user has private ones, and every study
 * has its samples, runs and analyses. A sample's number tells its study's, a run's its sample's,
 * and an analysis has its run's. Immutable.
 */
public final class Catalog {
  private static final long PUBLIC_FIRST = 501;
  private static final long PRIVATE_FIRST = 10_000;
  private static final long LEAST_STRIDE = 1_000;
  private static final int STRANGERS = 40;

  private final List<String> usernames;
  private final Extent extent;
  private final StudyWriter studies;
  private final RecordWriter records;

  /** A catalogue in which the first private studies go to {@code usernames}. */
  public Catalog(List<String> usernames, Extent extent) {
    this.usernames = List.copyOf(usernames);
    this.extent = extent;
    this.studies = new StudyWriter(extent.seed());
    this.records = new RecordWriter(extent);
  }

  /** Everybody's studies. */
  public NumberRange studies() {
    return NumberRange.of(PUBLIC_FIRST, extent.studies());
  }

  /** A user's own; also for a name that is no user's, since MGnify does not look users up. */
  public NumberRange studies(String username) {
    int known = usernames.indexOf(username);
    int place =
        known >= 0 ? known : usernames.size() + Math.floorMod(username.hashCode(), STRANGERS);
    long stride = Math.max(LEAST_STRIDE, extent.privateStudies());
    long first = Math.max(PRIVATE_FIRST, PUBLIC_FIRST + extent.studies());
    return NumberRange.of(first + place * stride, extent.privateStudies());
  }

  /** Everybody's samples. */
  public NumberRange samples() {
    return within(studies(), samplesPerStudy());
  }

  /** Everybody's runs, which have the numbers of their analyses. */
  public NumberRange runs() {
    return within(studies(), runsPerStudy());
  }

  /** The samples of a study. */
  public NumberRange samplesOf(long study) {
    return NumberRange.of(study * samplesPerStudy(), samplesPerStudy());
  }

  /** The runs of a study. */
  public NumberRange runsOf(long study) {
    return NumberRange.of(study * runsPerStudy(), runsPerStudy());
  }

  /** The runs of a sample. */
  public NumberRange runsOfSample(long sample) {
    return NumberRange.of(sample * extent.runsPerSample(), extent.runsPerSample());
  }

  /** The number of a study that this user, or nobody in particular, may see. */
  public OptionalLong study(String accession, Optional<String> username) {
    return seen(Accession.STUDY.number(accession), 1, username);
  }

  /** The number of a sample that this user, or nobody in particular, may see. */
  public OptionalLong sample(String accession, Optional<String> username) {
    return seen(Accession.SAMPLE.number(accession), samplesPerStudy(), username);
  }

  /** The number of a run that this user, or nobody in particular, may see. */
  public OptionalLong run(String accession, Optional<String> username) {
    return seen(Accession.RUN.number(accession), runsPerStudy(), username);
  }

  /** The number of an analysis that this user, or nobody in particular, may see. */
  public OptionalLong analysis(String accession, Optional<String> username) {
    return seen(Accession.ANALYSIS.number(accession), runsPerStudy(), username);
  }

  /** The studies in a biome. */
  public static NumberRange studiesIn(NumberRange studies, String lineage) {
    return studies.every(StudyWriter.PERIOD, number -> StudyWriter.biome(number).isIn(lineage));
  }

  /** The samples in a biome. */
  public NumberRange samplesIn(NumberRange samples, String lineage) {
    return samples.every(
        StudyWriter.PERIOD * samplesPerStudy(),
        number -> StudyWriter.biome(number / samplesPerStudy()).isIn(lineage));
  }

  /** The runs of an experiment type, by its code. */
  public NumberRange runsOf(NumberRange runs, String experimentType) {
    return runs.every(
        Experiment.PERIOD, number -> Experiment.of(number).name().equals(experimentType));
  }

  /** The study of this number. */
  public Study study(long number) {
    return studies.study(number);
  }

  /** The study that a sample is from. */
  public Study studyOfSample(long sample) {
    return study(sample / samplesPerStudy());
  }

  /** The study that a run is from. */
  public Study studyOfRun(long run) {
    return study(run / runsPerStudy());
  }

  /** The sample of this number. */
  public Sample sample(long number) {
    return records.sample(number);
  }

  /** The sample that a run is from. */
  public Sample sampleOfRun(long run) {
    return sample(run / extent.runsPerSample());
  }

  /** The run of this number. */
  public Run run(long number) {
    return records.run(number);
  }

  /** The analysis of this number. */
  public Analysis analysis(long number) {
    return records.analysis(number);
  }

  /** The files of an analysis. */
  public List<DataFile> files(long analysis) {
    return DataFile.of(Accession.ANALYSIS.of(analysis), extent);
  }

  /** Every biome that there is, from the root down. */
  public static List<Biome> biomes() {
    return StudyWriter.biomes().stream()
        .flatMap(biome -> ancestors(biome.lineage()))
        .distinct()
        .sorted()
        .map(Biome::of)
        .toList();
  }

  private static Stream<String> ancestors(String lineage) {
    List<String> found = new ArrayList<>();
    for (int end = lineage.indexOf(':'); end >= 0; end = lineage.indexOf(':', end + 1)) {
      found.add(lineage.substring(0, end));
    }
    found.add(lineage);
    return found.stream();
  }

  private OptionalLong seen(OptionalLong number, int perStudy, Optional<String> username) {
    if (number.isEmpty()) {
      return number;
    }
    long study = number.getAsLong() / perStudy;
    boolean visible =
        studies().spans(study) || username.filter(name -> studies(name).spans(study)).isPresent();
    return visible ? number : OptionalLong.empty();
  }

  private NumberRange within(NumberRange of, int each) {
    return NumberRange.of(PUBLIC_FIRST * each, of.count() * each);
  }

  private int samplesPerStudy() {
    return extent.samplesPerStudy();
  }

  private int runsPerStudy() {
    return extent.samplesPerStudy() * extent.runsPerSample();
  }
}
