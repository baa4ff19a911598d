package dev.latchkey.cli.lending;

import dev.latchkey.cli.exec.Access;
import dev.latchkey.cli.exec.CannotRunException;
import dev.latchkey.cli.exec.Execution;
import dev.latchkey.cli.exec.ServiceVariables;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.proxy.LoopbackProxy;
import dev.latchkey.cli.proxy.ParentWatch;
import dev.latchkey.cli.proxy.ProxyException;
import dev.latchkey.client.ApiClient;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets other programs on this machine use the service without knowing the credential. */
@Command(
    name = "proxy",
    description = {
      "Run a proxy on this machine that puts the credential on requests, for curl, R, Python and"
          + " notebooks, until it is stopped or its parent ends.",
      "",
      "Prints what to set in the shell that uses it: where the service is now, and the token of"
          + " this run, which callers show in place of the credential."
    })
@Examples({
  "latchkey proxy --allow 'GET:**' --profile mgnify",
  "",
  "in another terminal, after pasting what it prints:",
  "echo \"$LATCHKEY_HEADER\" | curl -H @- \"${LATCHKEY_BASE_URL}my-data/studies/\""
})
public final class ProxyCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Listen on this port of 127.0.0.1 (default: one that is free).")
  private int port;

  @Mixin private BrokerOptions options = new BrokerOptions();

  /** Makes it for one run of the program. */
  public ProxyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port takes a number from 0 to 65535.");
    }
    CountDownLatch end = new CountDownLatch(1);
    try (ApiClient client = invocation.open();
        LoopbackProxy proxy = LoopbackProxy.start(client, options.at(port, invocation::say))) {
      ParentWatch.atItsEnd(end::countDown);
      Access access = Access.brokered(proxy.url(), proxy.token());
      Execution.variables(ServiceVariables.of(client), access)
          .forEach((name, value) -> invocation.print("export " + name + "=" + quoted(value)));
      invocation.say("Stop it with Ctrl-C.");
      end.await();
      return ExitCode.SUCCESS;
    } catch (CannotRunException | ProxyException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** A file that somebody has put into a directory may have chosen the URL. */
  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
