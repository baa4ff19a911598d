package dev.latchkey.sandbox.data;

/** What is sequenced, by MGnify's code for it. */
enum Experiment {
  METAG("Metagenomic", "Illumina NovaSeq 6000", "ILLUMINA"),
  AMPLI("Amplicon", "Illumina MiSeq", "ILLUMINA"),
  METAT("Metatranscriptomic", "Illumina HiSeq 4000", "ILLUMINA"),
  LRASS("Long-read assembly", "PromethION", "OXFORD_NANOPORE");

  /** After how many runs the types come round again. */
  static final int PERIOD = values().length;

  private static final Experiment[] ALL = values();

  private final String label;
  private final String model;
  private final String platform;

  Experiment(String label, String model, String platform) {
    this.label = label;
    this.model = model;
    this.platform = platform;
  }

  static Experiment of(long run) {
    return ALL[(int) (run % PERIOD)];
  }

  String label() {
    return label;
  }

  String model() {
    return model;
  }

  String platform() {
    return platform;
  }
}
