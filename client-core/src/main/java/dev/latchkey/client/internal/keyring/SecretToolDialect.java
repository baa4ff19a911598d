package dev.latchkey.client.internal.keyring;

import java.io.IOException;
import java.util.Optional;

/** {@code secret-tool} of libsecret, for GNOME's keyring, KWallet, KeePassXC. */
final class SecretToolDialect implements Dialect {

  @Override
  public Question probe() {
    // Unlocks nothing.
    return Question.of("search", "service", SERVICE + "-probe");
  }

  @Override
  public Question find() {
    return Question.of("lookup", "service", SERVICE, "account", ACCOUNT);
  }

  @Override
  public Question put(String value) {
    return Question.of("store", "--label=Latchkey", "service", SERVICE, "account", ACCOUNT)
        .withInput(value);
  }

  /** It fails with the same code for what is not there, in silence, and for what is locked. */
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
