package dev.latchkey.cli.keys;

import dev.latchkey.auth.ApiKeys;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.client.ApiClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Revokes a key, after asking. */
@Command(name = "revoke", description = "Revoke an API key, for good.")
@Examples({"latchkey keys revoke ID", "latchkey keys revoke ID --yes    asks nothing"})
public final class KeysRevokeCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "The key's id, as 'keys list' shows it.")
  private String id = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  /** Makes it for one run of the program. */
  public KeysRevokeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      ApiKeys keys = Abilities.require(client, ApiKeys.class, "manage keys");
      if (!yes && !invocation.confirms("Revoke the API key " + id + "? It cannot be undone.")) {
        invocation.say("Nothing was revoked.");
        return ExitCode.FAILURE;
      }
      keys.revoke(id);
      invocation.say("Revoked the API key " + id + ".");
      return ExitCode.SUCCESS;
    }
  }
}
