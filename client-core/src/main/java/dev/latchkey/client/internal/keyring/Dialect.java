package dev.latchkey.client.internal.keyring;

import dev.latchkey.auth.AuthConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** How one kind of helper program is asked for one value of ours. Immutable. */
interface Dialect {

  /** Whose the value is; its account tells which of ours. */
  String SERVICE = "latchkey";

  /** {@return what any working keyring answers with success, at once, without asking a person} */
  Question probe();

  Question find();

  /**
   * {@return what a keyring without the value answers with nothing, where the answer to {@link
   * #find} does not tell that from one that stays locked}
   */
  default Optional<Question> doubt() {
    return Optional.empty();
  }

  Question put(String value);

  /**
   * Reads the answer to {@link #find}.
   *
   * @return the value, or empty when the keyring has none, unless {@link #doubt} finds it
   * @throws IOException when there is no telling, as with a keyring that is locked
   */
  Optional<String> found(Answer answer) throws IOException;

  /** {@return how a program is spoken to, by its name, about the value of an account} */
  static Dialect of(String program, String account) {
    String name = String.valueOf(Path.of(program).getFileName()).replaceFirst("\\.exe$", "");
    if (name.equals("secret-tool")) {
      return new SecretToolDialect(account);
    }
    if (name.equals("security")) {
      return new SecurityDialect(account);
    }
    if (name.startsWith("docker-credential-")) {
      return new DockerDialect(account);
    }
    throw new AuthConfigurationException(
        "There is no way to ask the program '"
            + name
            + "' for a key. Set latchkey.token-cache.keyring.helper to secret-tool (Linux),"
            + " security (macOS), or a docker-credential-... program.");
  }

  /** {@return the error for an answer that is none, not thrown} */
  static IOException failed(Answer answer) {
    return new IOException(
        "it failed with exit code " + answer.exitCode() + "; perhaps the keyring is locked");
  }
}
