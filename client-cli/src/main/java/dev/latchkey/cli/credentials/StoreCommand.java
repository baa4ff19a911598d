package dev.latchkey.cli.credentials;

import dev.latchkey.cli.manual.Examples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on token stores. */
@Command(
    name = "store",
    description = "Show where tokens are kept, and move them.",
    synopsisSubcommandLabel = "COMMAND")
@Examples({
  "latchkey store show --profile mgnify",
  "latchkey store migrate --profile mgnify --to keyring"
})
public final class StoreCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: show or migrate.");
  }
}
