package dev.latchkey.cli;

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

  SandboxCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port takes a number from 0 to 65535.");
    }
    new SandboxHost(invocation).run(port, Optional.ofNullable(data));
    return ExitCode.SUCCESS;
  }
}
