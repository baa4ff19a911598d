package dev.latchkey.client.internal.keyring;

/** What a helper program answered. Immutable; prints no output, which may be a secret. */
final class Answer {

  private final int exitCode;
  private final String output;
  private final String complaint;

  Answer(int exitCode, String output, String complaint) {
    this.exitCode = exitCode;
    this.output = output;
    this.complaint = complaint;
  }

  boolean isSuccess() {
    return exitCode == 0;
  }

  int exitCode() {
    return exitCode;
  }

  /** {@return what it wrote, without white space around it} */
  String output() {
    return output.strip();
  }

  /** {@return what it wrote to standard error, without white space around it} */
  String complaint() {
    return complaint.strip();
  }

  /** {@return the exit code alone} */
  @Override
  public String toString() {
    return "Answer[exit code " + exitCode + "]";
  }
}
