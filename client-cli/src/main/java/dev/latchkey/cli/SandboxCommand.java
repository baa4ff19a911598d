package dev.latchkey.cli;

import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxException;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the offline twin of both services until it is stopped. */
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
      description = "Where to keep users' keys and tokens (default: nowhere).")
  private @Nullable Path data;

  SandboxCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Sandbox sandbox = Sandbox.start(options())) {
      Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
      describe(sandbox);
      new CountDownLatch(1).await();
      return ExitCode.SUCCESS;
    } catch (SandboxException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  private SandboxOptions options() {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port takes a number from 0 to 65535.");
    }
    SandboxOptions options = SandboxOptions.defaults().withPort(port);
    return data == null ? options : options.withDataDirectory(data);
  }

  private void describe(Sandbox sandbox) {
    invocation.print("The sandbox is running at " + sandbox.url());
    invocation.print("  MGnify: " + sandbox.mgnifyUrl());
    invocation.print("  GoFigr: " + sandbox.gofigrUrl());
    for (SandboxUser user : sandbox.users()) {
      invocation.print("  user '" + user.username() + "', password '" + user.password() + "'");
    }
    invocation.print("Point the profiles at it:");
    invocation.print("  export LATCHKEY_PROFILES_MGNIFY_BASE_URL=" + sandbox.mgnifyUrl());
    invocation.print("  export GF_URL=" + sandbox.gofigrUrl());
    invocation.say("Stop it with Ctrl-C.");
  }
}
