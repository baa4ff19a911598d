package dev.latchkey.cli.invocation;

import dev.latchkey.auth.Prompt;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.output.ProgressLine;
import dev.latchkey.cli.output.Streams;
import dev.latchkey.cli.output.Terminal;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a command works with: the streams, the options of every command, and the way to open a
 * client.
 */
public final class Invocation {

  private final Streams streams;
  private final CommonOptions options;

  /** Takes what all commands share. */
  public Invocation(Streams streams, CommonOptions options) {
    this.streams = streams;
    this.options = options;
  }

  /** Opens the client that the options and settings ask for; the command closes it. */
  public ApiClient open() {
    return builder().prompt(prompt()).build();
  }

  /** What the options say of a client that asks nobody. */
  public ApiClientBuilder builder() {
    ApiClientBuilder builder = ApiClient.builder();
    if (options.profile().isPresent()) {
      builder.profile(options.profile().get());
    }
    if (options.baseUrl().isPresent()) {
      builder.baseUrl(options.baseUrl().get());
    }
    if (options.envFile().isPresent()) {
      builder.envFile(options.envFile().get());
    }
    if (!options.isQuiet()) {
      builder.listener(streams.waiting()).waits(streams.waiting());
    }
    Optional<Path> providers = Installation.providersFolder();
    return providers.isPresent() ? builder.providersFolder(providers.get()) : builder;
  }

  /** A listener for a client that logs in. */
  public TokenLosses losses() {
    return new TokenLosses(streams.waiting());
  }

  /** The profile that is asked for or configured. */
  public String profileOr(String absent) {
    return builder().chosenProfile().orElse(absent);
  }

  /** The env file that counts; it need not exist. */
  public Path envFile() {
    return options.envFile().orElse(Path.of(".env"));
  }

  /** {@return whether a person may be asked, if there is one} */
  public boolean mayAsk() {
    return options.mayAsk();
  }

  /** The person at the terminal, if there is one who may be asked. */
  public Prompt prompt() {
    return mayAsk() ? new UncoveredPrompt(Prompt.console(), streams.waiting()) : Prompt.none();
  }

  /** Writes a line of data. */
  public void print(String line) {
    streams.print(line);
  }

  /** Writes a line for people, unless they asked for quiet. */
  public void say(String line) {
    if (!options.isQuiet()) {
      streams.say(line);
    }
  }

  /** Asks for a yes. */
  public boolean confirms(String question) {
    Prompt prompt = prompt();
    if (!prompt.isAvailable()) {
      throw new UsageException(
          question + " There is no terminal to ask at: say --yes to do it without asking.");
    }
    return prompt.ask(question + " [y/N] ").trim().equalsIgnoreCase("y");
  }

  /** A line of progress, where a person is looking. */
  public Optional<ProgressLine> progress(String unit) {
    return options.isQuiet() || !Terminal.hearsTalk()
        ? Optional.empty()
        : Optional.of(new ProgressLine(this::showProgress, System::nanoTime, unit));
  }

  private void showProgress(String part) {
    streams.waiting().retire();
    streams.talk(part);
  }

  /** {@return where to read and write} */
  public Streams streams() {
    return streams;
  }
}
