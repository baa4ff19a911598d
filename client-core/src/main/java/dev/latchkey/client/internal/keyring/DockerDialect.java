package dev.latchkey.client.internal.keyring;

import dev.latchkey.client.internal.json.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The protocol of docker-credential-helpers: JSON on standard input and output.
 *
 * @param account which value
 */
record DockerDialect(String account) implements Dialect {

  private static final String NOT_FOUND = "credentials not found in native keychain";

  @Override
  public Question probe() {
    return Question.of("list");
  }

  @Override
  public Question find() {
    return Question.of("get").withInput(url() + "\n");
  }

  @Override
  public Question put(String value) {
    return Question.of("store")
        .withInput(
            Json.write(Map.of("ServerURL", url(), "Username", SERVICE, "Secret", value)) + "\n");
  }

  /** Some of them take nothing but URLs; this one leads nowhere (RFC 6761, section 6.4). */
  private String url() {
    return "https://" + account + "." + SERVICE + ".invalid";
  }

  @Override
  public Optional<String> found(Answer answer) throws IOException {
    if (answer.output().equals(NOT_FOUND)) {
      return Optional.empty();
    }
    if (!answer.isSuccess()) {
      throw Dialect.failed(answer);
    }
    try {
      if (Json.parseObject(answer.output()).get("Secret") instanceof String value) {
        return Optional.of(value);
      }
    } catch (IllegalArgumentException e) {
      // The same as an answer without a value.
    }
    throw new IOException("it answered something else than credentials");
  }
}
