package dev.latchkey.cli.lending;

import dev.latchkey.cli.exec.Access;
import dev.latchkey.cli.exec.CannotRunException;
import dev.latchkey.cli.exec.Execution;
import dev.latchkey.cli.exec.Format;
import dev.latchkey.cli.exec.ServiceVariables;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.proxy.LoopbackProxy;
import dev.latchkey.cli.proxy.ProxyException;
import dev.latchkey.client.ApiClient;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs another program with the credential. */
@Command(
    name = "exec",
    description = {
      "Run a program with the credential in its environment alone, or, with --broker, with a"
          + " loopback URL and a token of this run in place of the credential.",
      "",
      "It finds LATCHKEY_BASE_URL, LATCHKEY_TOKEN and LATCHKEY_HEADER (the whole line), and what"
          + " the service's own programs read, such as GF_API_KEY and GF_URL. With a --format for"
          + " files it finds LATCHKEY_BASE_URL and LATCHKEY_FILE, which is removed at the end."
    },
    footer = {
      "",
      "Exits with what the program exits with, with 126 when it cannot be executed, and with 127",
      "when it is not found."
    })
@Examples({
  "latchkey exec --profile gofigr -- python analysis.py",
  "latchkey exec --broker --allow 'GET:**' --profile mgnify -- Rscript studies.R",
  "latchkey exec --format curl --profile mgnify -- sh -c \\",
  "  'curl --config \"$LATCHKEY_FILE\" \"${LATCHKEY_BASE_URL}my-data/studies/\"'"
})
public final class ExecCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = "--format",
      paramLabel = "env|header|json|netrc|curl",
      description =
          "How the program is told: in variables (env, unless given), or in a private file that"
              + " LATCHKEY_FILE names.")
  private Format format = Format.ENV;

  @Option(
      names = "--broker",
      description = "Keep the credential: the program gets a proxy, which puts it on requests.")
  private boolean broker;

  @Mixin private BrokerOptions options = new BrokerOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "CMD",
      description = "The program and its arguments, best after --.")
  private List<String> command = List.of();

  /** Makes it for one run of the program. */
  public ExecCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /**
   * The command with nothing but a program and its arguments.
   *
   * @param program the program and its arguments
   * @param invocation what it works with
   */
  public static ExecCommand of(List<String> program, Invocation invocation) {
    ExecCommand exec = new ExecCommand(invocation);
    exec.command = program;
    return exec;
  }

  @Override
  public Integer call() {
    try {
      return broker ? runWithProxy() : runWithCredential();
    } catch (CannotRunException e) {
      invocation.streams().say("latchkey: " + e.getMessage());
      return e.exitCode();
    } catch (ProxyException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private int runWithCredential() {
    if (options.areGiven()) {
      throw new UsageException("--allow and --audit are for --broker.");
    }
    Access access;
    ServiceVariables service;
    try (ApiClient client = invocation.open()) {
      service = ServiceVariables.of(client);
      access =
          Access.direct(
              client.baseUrl(), client.credential(), client.authenticator().status().identity());
    }
    return new Execution(format, service, Set.of()).run(command, access);
  }

  /** The program shall not find the credential where Latchkey has found it, either. */
  private int runWithProxy() {
    Set<String> hidden = ApiClient.credentialVariables(System.getenv());
    EarlyPrompt prompt = new EarlyPrompt(invocation.prompt());
    try (ApiClient client = invocation.builder().prompt(prompt).build();
        LoopbackProxy proxy = LoopbackProxy.start(client, options.at(0, line -> {}))) {
      prompt.end();
      // The terminal is the program's from now on, whomever its requests wait for.
      invocation.streams().waiting().retire();
      Access access = Access.brokered(proxy.url(), proxy.token());
      return new Execution(format, ServiceVariables.of(client), hidden).run(command, access);
    }
  }
}
