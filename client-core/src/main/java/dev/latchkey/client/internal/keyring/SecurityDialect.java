package dev.latchkey.client.internal.keyring;

import java.io.IOException;
import java.util.Optional;

/**
 * {@code security} of macOS. It takes a password as an argument only, but it also reads commands
 * from its standard input, where nobody sees their arguments.
 *
 * @param account which value
 */
record SecurityDialect(String account) implements Dialect {

  /** The lower eight bits of errSecItemNotFound. */
  private static final int NOT_FOUND = 44;

  @Override
  public Question probe() {
    return Question.of("list-keychains");
  }

  @Override
  public Question find() {
    return Question.of("find-generic-password", "-s", SERVICE, "-a", account, "-w");
  }

  @Override
  public Question put(String value) {
    return Question.of("-i")
        .withInput(
            "add-generic-password -U -s " + SERVICE + " -a " + account + " -w " + value + "\n");
  }

  @Override
  public Optional<String> found(Answer answer) throws IOException {
    if (answer.isSuccess()) {
      return Optional.of(answer.output());
    }
    if (answer.exitCode() == NOT_FOUND) {
      return Optional.empty();
    }
    throw Dialect.failed(answer);
  }
}
