package dev.latchkey.cli;

import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;

/** What a command works with: the streams, the global options, and the way to open a client. */
final class Invocation {

  private final Streams streams;
  private final GlobalOptions options;

  Invocation(Streams streams, GlobalOptions options) {
    this.streams = streams;
    this.options = options;
  }

  /** Opens the client that the options and settings ask for; the command closes it. */
  ApiClient open() {
    ApiClientBuilder builder = ApiClient.builder().prompt(new ConsolePrompt(options.mayAsk()));
    options.profile().ifPresent(builder::profile);
    options.baseUrl().ifPresent(builder::baseUrl);
    options.envFile().ifPresent(builder::envFile);
    return builder.build();
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
    ConsolePrompt prompt = new ConsolePrompt(options.mayAsk());
    if (!prompt.isAvailable()) {
      throw new UsageException(
          question + " There is no terminal to ask at: say --yes to do it without asking.");
    }
    return prompt.ask(question + " [y/N] ").trim().equalsIgnoreCase("y");
  }

  Streams streams() {
    return streams;
  }
}
