package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.Secret;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that prints a secret, such as {@code pass show mgnify}. It runs without a shell, with
 * nothing to read, in the home directory, so that no file of the working directory takes part. Its
 * standard error is that of this process. Immutable; neither its arguments nor its output are ever
 * part of a message.
 */
final class SecretCommand {

  /** Long enough for a person to unlock a store. */
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

  /** A secret and its line end. */
  private static final int LONGEST_OUTPUT = Secret.MAX_LENGTH + 2;

  private final List<String> words;
  private final String source;
  private final Path home;
  private final Duration limit;

  private SecretCommand(List<String> words, String source, Path home, Duration limit) {
    this.words = List.copyOf(words);
    this.source = source;
    this.home = home;
    this.limit = limit;
  }

  /**
   * Reads a command line; see {@link CommandWords}.
   *
   * @param line the command line
   * @param source where it is configured, for messages
   * @param home where it runs
   * @throws AuthConfigurationException when it is none, or names a program by a relative path
   */
  static SecretCommand of(String line, String source, Path home) {
    try {
      List<String> words = CommandWords.in(line);
      if (words.isEmpty() || words.get(0).isEmpty()) {
        throw new IllegalArgumentException("it names no program");
      }
      if (words.get(0).contains(File.separator) && !Path.of(words.get(0)).isAbsolute()) {
        throw new IllegalArgumentException(
            "name the program by its absolute path, or by its name alone");
      }
      return new SecretCommand(words, source, home, USUAL_LIMIT);
    } catch (IllegalArgumentException e) {
      throw new AuthConfigurationException(
          "The command from " + source + " is not usable: " + e.getMessage() + ".");
    }
  }

  SecretCommand within(Duration changed) {
    return new SecretCommand(words, source, home, changed);
  }

  /**
   * Runs the program.
   *
   * @return what it printed, with its line end
   * @throws CredentialMissingException when it cannot be run, fails, takes more than a minute, or
   *     prints too much or no text
   */
  String output() {
    Process process = start();
    try {
      process.getOutputStream().close();
      FutureTask<byte[]> reading =
          new FutureTask<>(() -> process.getInputStream().readNBytes(LONGEST_OUTPUT + 1));
      // Not here: a grandchild that holds on to the pipe would hold this thread as well.
      Thread reader = new Thread(reading, "latchkey-command");
      reader.setDaemon(true);
      reader.start();
      return text(process, reading.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (IOException | ExecutionException e) {
      throw failed("could not be read");
    } catch (TimeoutException e) {
      throw failed("did not end within " + limit.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() {
    try {
      return new ProcessBuilder(words)
          .directory(home.toFile())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw failed("could not be started; is it installed and executable?");
    }
  }

  private String text(Process process, byte[] output)
      throws InterruptedException, CharacterCodingException, TimeoutException {
    if (output.length > LONGEST_OUTPUT) {
      throw failed("printed more than " + Secret.MAX_LENGTH + " bytes");
    }
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new TimeoutException();
    }
    if (process.exitValue() != 0) {
      throw failed("ended with exit code " + process.exitValue());
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(output)).toString();
  }

  private CredentialMissingException failed(String how) {
    return new CredentialMissingException(
        "The command '"
            + Path.of(words.get(0)).getFileName()
            + "' from "
            + source
            + " gave no secret: it "
            + how
            + ". Run it by hand to see why.");
  }

  /** {@return where it is configured} */
  @Override
  public String toString() {
    return "SecretCommand[" + source + "]";
  }
}
