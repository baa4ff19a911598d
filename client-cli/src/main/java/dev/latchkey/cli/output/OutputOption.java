package dev.latchkey.cli.output;

import picocli.CommandLine.Option;

/** The choice between a form for people and one for programs, for commands that have both. */
public final class OutputOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "json|table",
      defaultValue = "table",
      description = "How to print it (default: ${DEFAULT-VALUE}).")
  private Form form = Form.TABLE;

  /** Records alone have other forms: what is one document, or a few tables, has none as CSV. */
  private enum Form {
    JSON,
    TABLE
  }

  /** {@return whether it is the form for programs} */
  public boolean isJson() {
    return form == Form.JSON;
  }
}
