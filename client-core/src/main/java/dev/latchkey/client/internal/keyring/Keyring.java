package dev.latchkey.client.internal.keyring;

import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.Secret;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One value of ours in the keyring of the operating system. A failure is told as an {@link
 * IOException} that names the program and what happened to it, without a secret. Immutable.
 */
public final class Keyring {

  /** The value that the token store has there. */
  public static final String TOKEN_CACHE = "token-cache";

  /** The setting that names the program. */
  public static final String HELPER = "latchkey.token-cache.keyring.helper";

  /** A keyring that works answers the probe at once. */
  private static final Duration PROBE = Duration.ofSeconds(3);

  /** It may ask a person to unlock it, who must find their password. */
  private static final Duration PERSON = Duration.ofSeconds(30);

  private final HelperProgram program;
  private final Dialect dialect;

  private Keyring(HelperProgram program, Dialect dialect) {
    this.program = program;
    this.dialect = dialect;
  }

  /**
   * Names the program by which to reach it, and starts nothing.
   *
   * @param program {@code secret-tool}, {@code security} or {@code docker-credential-...}, as a
   *     name or an absolute path
   * @param searchPath where to look for a name, as in the variable {@code PATH}
   * @param account which of our values
   * @throws dev.latchkey.auth.AuthConfigurationException when it is none of these
   * @throws IllegalArgumentException when it is no name for a value
   */
  static Keyring reachedBy(String program, String searchPath, String account) {
    if (!isAccount(account)) {
      throw new IllegalArgumentException("Not a name for a value in the keyring: " + account);
    }
    return new Keyring(new HelperProgram(program, searchPath), Dialect.of(program, account));
  }

  /**
   * Takes the program that is named, or the usual one, and starts nothing.
   *
   * @param program as for the setting {@link #HELPER}
   * @param account which of our values
   * @throws dev.latchkey.auth.AuthConfigurationException when there is no speaking to the program
   * @throws IllegalArgumentException when it is no name for a value
   */
  public static Keyring ofSystem(Optional<String> program, String account) {
    return reachedBy(
        program.isPresent() ? program.get() : usualProgram(System.getProperty("os.name", "")),
        Objects.requireNonNullElse(System.getenv("PATH"), ""),
        account);
  }

  /** {@return whether every kind of program takes it for the name of a value} */
  public static boolean isAccount(String text) {
    return text.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
  }

  /**
   * Names the program that an operating system usually has.
   *
   * @param system its name, as in the system property {@code os.name}
   */
  static String usualProgram(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return "security";
    }
    return name.startsWith("windows") ? "docker-credential-wincred" : "secret-tool";
  }

  /** Makes sure, within three seconds, that there is a keyring. */
  public void probe() throws IOException {
    Answer answer = ask(dialect.probe(), PROBE);
    if (!answer.isSuccess()) {
      throw new IOException(
          "The program " + program + " finds no keyring (exit code " + answer.exitCode() + ")");
    }
  }

  /** {@return the value, or empty when there is certainly none} */
  public Optional<Secret> find() throws IOException {
    Answer answer = ask(dialect.find(), PERSON);
    Optional<Secret> value = value(answer);
    if (value.isEmpty()) {
      requireNone(answer);
    }
    return value;
  }

  private Optional<Secret> value(Answer answer) throws IOException {
    try {
      return dialect.found(answer).map(value -> Secret.token(value, "the keyring"));
    } catch (IOException e) {
      throw named(e);
    } catch (InvalidSecretException e) {
      throw new IOException("The keyring holds something else than a key", e);
    }
  }

  private void requireNone(Answer silence) throws IOException {
    Optional<Question> doubt = dialect.doubt();
    if (doubt.isPresent()) {
      Answer answer = ask(doubt.get(), PROBE);
      if (!answer.isSuccess() || !answer.output().isEmpty()) {
        throw named(Dialect.failed(silence));
      }
    }
  }

  /** Puts a value in the place of the one before, and makes sure that it is there. */
  public void put(Secret value) throws IOException {
    Answer answer = ask(dialect.put(value.reveal()), PERSON);
    if (!answer.isSuccess()) {
      throw named(Dialect.failed(answer));
    }
    if (!find().equals(Optional.of(value))) {
      throw new IOException("The keyring did not keep what was put there");
    }
  }

  private Answer ask(Question question, Duration atMost) throws IOException {
    try {
      return program.ask(question, atMost);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw named(e);
    }
  }

  private IOException named(IOException e) {
    return new IOException("The program " + program + " was no help: " + e.getMessage(), e);
  }

  /** {@return the program's name} */
  @Override
  public String toString() {
    return program.toString();
  }
}
