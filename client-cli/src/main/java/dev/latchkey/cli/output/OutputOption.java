package dev.latchkey.cli.output;

import picocli.CommandLine.Option;

/** The choice between a form for people and one for programs, for commands that have both. */
public final class OutputOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "json|table",
      defaultValue = "table",
      description = "How to print it (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.TABLE;

  /** {@return whether it is the form for programs} */
  public boolean isJson() {
    return format == OutputFormat.JSON;
  }
}
