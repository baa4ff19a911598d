package dev.latchkey.sandbox.data;

import java.util.List;

/**
 * A file of an analysis. Its bytes follow from its seed, so that any part of it can be written
 * without what comes before.
 *
 * @param name what it is called
 * @param kind what is in it
 * @param size how long it is, in bytes
 * @param seed what its bytes follow from
 */
public record DataFile(String name, Kind kind, long size, long seed) {
  private static final long TABLE_SIZE = 4_000;

  /** What can be in a file. */
  public enum Kind {
    /** Sequences, as large as was asked for. */
    SEQUENCES("fasta", "Sequence data", "Processed reads"),
    /** A short table. */
    TAXONOMY("tsv", "Taxonomic analysis", "Taxonomic assignments");

    private final String fileType;
    private final String downloadType;
    private final String description;

    Kind(String fileType, String downloadType, String description) {
      this.fileType = fileType;
      this.downloadType = downloadType;
      this.description = description;
    }

    /** One of MGnify's {@code DownloadFileType}. */
    public String fileType() {
      return fileType;
    }

    /** One of MGnify's {@code DownloadType}. */
    public String downloadType() {
      return downloadType;
    }

    /** For people. */
    public String description() {
      return description;
    }
  }

  static List<DataFile> of(String accession, Extent extent) {
    long seed = Mix.of(extent.seed(), accession.hashCode());
    return List.of(
        new DataFile(
            accession + "_reads.fasta", Kind.SEQUENCES, extent.fileSize(), Mix.of(seed, 1)),
        new DataFile(accession + "_taxonomy.tsv", Kind.TAXONOMY, TABLE_SIZE, Mix.of(seed, 2)));
  }

  /** A name for exactly these bytes. */
  public String tag() {
    return Long.toHexString(Mix.of(seed, size)) + "-" + Long.toHexString(size);
  }

  /** The bytes. */
  public FileContent content() {
    return new FileContent(this);
  }
}
