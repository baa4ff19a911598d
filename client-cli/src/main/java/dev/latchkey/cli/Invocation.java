package dev.latchkey.cli;

import dev.latchkey.auth.Prompt;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a command works with: the streams, the options of every command, and the way to open a
 * client.
 */
final class Invocation {

  private final Streams streams;
  private final CommonOptions options;

  Invocation(Streams streams, CommonOptions options) {
    this.streams = streams;
    this.options = options;
  }

  /** Opens the client that the options and settings ask for; the command closes it. */
  ApiClient open() {
    return builder().prompt(prompt()).build();
  }

  /** What the options say of a client that asks nobody. */
  ApiClientBuilder builder() {
    ApiClientBuilder builder = ApiClient.builder();
    options.profile().ifPresent(builder::profile);
    options.baseUrl().ifPresent(builder::baseUrl);
    options.envFile().ifPresent(builder::envFile);
    Installation.providersFolder().ifPresent(builder::providersFolder);
    return builder;
  }

  /** The profile that is asked for or configured. */
  String profileOr(String absent) {
    return builder().chosenProfile().orElse(absent);
  }

  /** The env file that counts; it need not exist. */
  Path envFile() {
    return options.envFile().orElse(Path.of(".env"));
  }

  boolean mayAsk() {
    return options.mayAsk();
  }

  /** The person at the terminal, if there is one who may be asked. */
  Prompt prompt() {
    return mayAsk() ? Prompt.console() : Prompt.none();
  }

  /** Writes a line of data. */
  void print(String line) {
    streams.print(line);
  }

  /** Writes a line for people, unless they asked for quiet. */
  void say(String line) {
    if (!options.isQuiet()) {
      streams.say(line);
    }
  }

  /** Asks for a yes. */
  boolean confirms(String question) {
    Prompt prompt = prompt();
    if (!prompt.isAvailable()) {
      throw new UsageException(
          question + " There is no terminal to ask at: say --yes to do it without asking.");
    }
    return prompt.ask(question + " [y/N] ").trim().equalsIgnoreCase("y");
  }

  /** A line of progress, where a person is looking. */
  Optional<ProgressLine> progress(String unit) {
    return options.isQuiet() || !Terminal.hearsTalk()
        ? Optional.empty()
        : Optional.of(new ProgressLine(streams, System::nanoTime, unit));
  }

  Streams streams() {
    return streams;
  }
}
