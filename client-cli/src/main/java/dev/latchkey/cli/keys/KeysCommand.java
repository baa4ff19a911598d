package dev.latchkey.cli.keys;

import dev.latchkey.cli.manual.Examples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on API keys. */
@Command(
    name = "keys",
    description = "Manage API keys.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "They need a user name and password, or a login by device: a key cannot manage keys."
    })
@Examples({
  "latchkey keys list --profile gofigr",
  "latchkey keys create laptop --expiry 90d",
  "latchkey keys rotate"
})
public final class KeysCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: create, list, show, revoke or rotate.");
  }
}
