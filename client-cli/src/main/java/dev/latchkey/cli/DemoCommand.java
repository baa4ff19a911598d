package dev.latchkey.cli;

import dev.latchkey.sandbox.Sandbox;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the main job on an embedded sandbox. */
@Command(
    name = "demo",
    description = "Show what Latchkey does, from login to a revoked key, without any network.")
final class DemoCommand implements Callable<Integer> {

  private final Invocation invocation;

  DemoCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (Sandbox sandbox = Sandbox.start()) {
      invocation.print("A sandbox of both services is running at " + sandbox.url());
      new SlidingTokenStory(sandbox, invocation::print).tell();
      new ApiKeyStory(sandbox, invocation::print).tell();
      invocation.print("");
      invocation.print("Done. Next: latchkey login --profile mgnify, or latchkey --help.");
      return ExitCode.SUCCESS;
    }
  }
}
