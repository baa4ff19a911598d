package dev.latchkey.client.internal.keyring;

import java.io.IOException;
import java.util.Optional;

/**
 * {@code secret-tool} of libsecret, for GNOME's keyring, KWallet, KeePassXC.
 *
 * @param account which value
 */
record SecretToolDialect(String account) implements Dialect {

  @Override
  public Question probe() {
    // Unlocks nothing.
    return Question.of("search", "service", SERVICE + "-probe");
  }

  @Override
  public Question find() {
    return Question.of("lookup", "service", SERVICE, "account", account);
  }

  /** Lists what is locked, too, and unlocks nothing. */
  @Override
  public Optional<Question> doubt() {
    return Optional.of(Question.of("search", "service", SERVICE, "account", account));
  }

  @Override
  public Question put(String value) {
    return Question.of("store", "--label=Latchkey", "service", SERVICE, "account", account)
        .withInput(value);
  }

  /** It fails in the same way for what is not there, and for what a person does not unlock. */
  @Override
  public Optional<String> found(Answer answer) throws IOException {
    if (answer.isSuccess()) {
      return Optional.of(answer.output());
    }
    if (answer.exitCode() == 1 && answer.output().isEmpty() && answer.complaint().isEmpty()) {
      return Optional.empty();
    }
    throw Dialect.failed(answer);
  }
}
