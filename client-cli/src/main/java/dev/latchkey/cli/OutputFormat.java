package dev.latchkey.cli;

/** How data is written. */
enum OutputFormat {
  JSON,
  NDJSON,
  CSV,
  TABLE
}
