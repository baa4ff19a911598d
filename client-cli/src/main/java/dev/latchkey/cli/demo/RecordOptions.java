package dev.latchkey.cli.demo;

import picocli.CommandLine.Option;

/** How much there is to see on MGnify's side of a sandbox. */
final class RecordOptions {

  @Option(
      names = "--studies",
      paramLabel = "N",
      defaultValue = "160",
      description = "How many public studies there are, up to ten million (default: 160).")
  long studies;

  @Option(
      names = "--private-studies",
      paramLabel = "N",
      defaultValue = "250",
      description = "How many private studies each user has (default: 250).")
  long privateStudies;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "4",
      description = "How many samples each study has, up to 10000 (default: 4).")
  int samples;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many runs, and analyses, each sample has, up to 100 (default: 1).")
  int runs;

  @Option(
      names = "--file-size",
      paramLabel = "BYTES",
      defaultValue = "65536",
      description = "How long the files of analyses are (default: 65536).")
  long fileSize;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What all records and files follow from: another number, others (default: 1).")
  long seed;
}
