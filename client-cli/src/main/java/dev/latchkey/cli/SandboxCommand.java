package dev.latchkey.cli;

import dev.latchkey.cli.manual.Examples;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the offline twin of both services until it is stopped. Names no class of the sandbox, whose
 * jars are not on the class path of other commands.
 */
@Command(
    name = "sandbox",
    description = "Run an offline twin of MGnify and GoFigr on this machine until stopped.")
@Examples({
  "latchkey sandbox",
  "latchkey sandbox --port 8080 --data sandbox-data",
  "latchkey sandbox --studies 100000 --script faults.json"
})
final class SandboxCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The port to listen on (default: a free one).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where to keep keys and tokens (default: nowhere).")
  private @Nullable Path data;

  @Option(
      names = "--studies",
      paramLabel = "N",
      defaultValue = "160",
      description = "How many public studies there are, up to ten million (default: 160).")
  private long studies;

  @Option(
      names = "--private-studies",
      paramLabel = "N",
      defaultValue = "250",
      description = "How many private studies each user has (default: 250).")
  private long privateStudies;

  @Option(
      names = "--file-size",
      paramLabel = "BYTES",
      defaultValue = "65536",
      description = "How long the files of analyses are (default: 65536).")
  private long fileSize;

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      defaultValue = "mgnify",
      description = "Answer on MGnify's side as mgnify, ninja or simplejwt (default: mgnify).")
  private String dialect = "";

  @Option(
      names = "--refresh",
      paramLabel = "MODE",
      defaultValue = "strict",
      description =
          "Whether expired tokens can be refreshed: strict or documented (default: strict).")
  private String refresh = "";

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "What is to go wrong with which requests, as JSON (see docs/sandbox.md).")
  private @Nullable Path script;

  @Option(
      names = "--control",
      description = "Let other processes steer the sandbox, at a port of its own.")
  private boolean control;

  SandboxCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port takes a number from 0 to 65535.");
    }
    SandboxHost host = new SandboxHost(invocation);
    host.listenOn(port);
    Optional.ofNullable(data).ifPresent(host::keepIn);
    host.show(studies, privateStudies, fileSize);
    host.speak(dialect, refresh);
    if (control) {
      host.beSteered();
    }
    host.run(Optional.ofNullable(script));
    return ExitCode.SUCCESS;
  }
}
