package dev.latchkey.cli.output;

/** How data is written. */
public enum OutputFormat {
  JSON,
  NDJSON,
  CSV,
  TABLE
}
