package dev.latchkey.cli.keys;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.output.JsonOutput;
import dev.latchkey.cli.output.OutputOption;
import dev.latchkey.cli.output.TextTable;
import dev.latchkey.client.ApiClient;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists keys, without their secrets. */
@Command(name = "list", description = "List your API keys.")
@Examples({"latchkey keys list --profile gofigr", "latchkey keys list -o json | jq -r '.[].id'"})
public final class KeysListCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private OutputOption output = new OutputOption();

  /** Makes it for one run of the program. */
  public KeysListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      List<ApiKey> keys = Abilities.require(client, ApiKeys.class, "manage keys").list();
      if (output.isJson()) {
        invocation.print(JsonOutput.of(keys.stream().map(ApiKeyView::fields).toList()));
      } else {
        new TextTable(keys.stream().map(ApiKeyView::cells).toList())
            .lines()
            .forEach(invocation::print);
        invocation.say(keys.size() + (keys.size() == 1 ? " API key." : " API keys."));
      }
      return ExitCode.SUCCESS;
    }
  }
}
