package dev.latchkey.cli.demo;

import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Shows the main job on an embedded sandbox. Names no class of the sandbox, whose jars are not on
 * the class path of other commands.
 */
@Command(
    name = "demo",
    description = "Show what Latchkey does, from login to a revoked key, without any network.")
@Examples({"latchkey demo"})
public final class DemoCommand implements Callable<Integer> {

  private final Invocation invocation;

  /** Makes it for one run of the program. */
  public DemoCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    new DemoStory(invocation::print).tell();
    return ExitCode.SUCCESS;
  }
}
