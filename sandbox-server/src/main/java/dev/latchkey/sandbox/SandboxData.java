package dev.latchkey.sandbox;

import dev.latchkey.sandbox.data.Extent;

/**
 * How much there is to see on MGnify's side. All of it follows from the seed: the same numbers give
 * the same records and the same bytes, whatever the day, and none of it is held in memory.
 * Immutable.
 *
 * @param seed what everything follows from
 * @param studies how many studies everybody may see, up to ten million
 * @param privateStudies how many each user has, up to ten million
 * @param samplesPerStudy how many samples each study has, from 1 to 10,000
 * @param runsPerSample how many runs each sample has, from 1 to 100; each run has one analysis
 * @param fileSize how long the larger of an analysis' two files is, in bytes
 */
public record SandboxData(
    long seed,
    long studies,
    long privateStudies,
    int samplesPerStudy,
    int runsPerSample,
    long fileSize) {
  private static final long MOST = 10_000_000;
  private static final SandboxData DEFAULTS = new SandboxData(1, 160, 250, 4, 1, 65_536);

  /** Checks the numbers. */
  public SandboxData {
    require(studies >= 0 && studies <= MOST, "Studies are from 0 to " + MOST);
    require(privateStudies >= 0 && privateStudies <= MOST, "Private studies are from 0 to " + MOST);
    require(
        samplesPerStudy > 0 && samplesPerStudy <= 10_000, "Samples are from 1 to 10000 a study");
    require(runsPerSample > 0 && runsPerSample <= 100, "Runs are from 1 to 100 a sample");
    require(fileSize >= 0, "A file's size is not negative");
  }

  /** 160 public studies, 250 private ones for every user, 4 samples each, files of 64 KiB. */
  public static SandboxData defaults() {
    return DEFAULTS;
  }

  /** Other records and bytes altogether. */
  public SandboxData withSeed(long newSeed) {
    return new SandboxData(
        newSeed, studies, privateStudies, samplesPerStudy, runsPerSample, fileSize);
  }

  /** This many public studies. */
  public SandboxData withStudies(long newStudies) {
    return new SandboxData(
        seed, newStudies, privateStudies, samplesPerStudy, runsPerSample, fileSize);
  }

  /** This many private studies for every user. */
  public SandboxData withPrivateStudies(long newStudies) {
    return new SandboxData(seed, studies, newStudies, samplesPerStudy, runsPerSample, fileSize);
  }

  /** This many samples in every study. */
  public SandboxData withSamplesPerStudy(int newSamples) {
    return new SandboxData(seed, studies, privateStudies, newSamples, runsPerSample, fileSize);
  }

  /** This many runs, and analyses, of every sample. */
  public SandboxData withRunsPerSample(int newRuns) {
    return new SandboxData(seed, studies, privateStudies, samplesPerStudy, newRuns, fileSize);
  }

  /** Files of this many bytes. */
  public SandboxData withFileSize(long newSize) {
    return new SandboxData(seed, studies, privateStudies, samplesPerStudy, runsPerSample, newSize);
  }

  Extent extent() {
    return new Extent(seed, studies, privateStudies, samplesPerStudy, runsPerSample, fileSize);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
