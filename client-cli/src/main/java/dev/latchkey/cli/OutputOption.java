package dev.latchkey.cli;

import picocli.CommandLine.Option;

/** The choice between a form for people and one for programs, for commands that have both. */
final class OutputOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "json|table",
      defaultValue = "table",
      description = "How to print it (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TABLE;

  boolean isJson() {
    return format == OutputFormat.JSON;
  }
}
