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
import picocli.CommandLine.Parameters;

/** Shows one key, without its secret. */
@Command(name = "show", description = "Show one of your API keys, without the key itself.")
@Examples({"latchkey keys show ID"})
public final class KeysShowCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "ID", description = "The key's id, as 'keys list' shows it.")
  private String id = "";

  @Mixin private OutputOption output = new OutputOption();

  /** Makes it for one run of the program. */
  public KeysShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      ApiKey key = Abilities.require(client, ApiKeys.class, "manage keys").get(id);
      if (output.isJson()) {
        invocation.print(JsonOutput.of(ApiKeyView.fields(key)));
      } else {
        new TextTable(List.of(ApiKeyView.cells(key))).lines().forEach(invocation::print);
      }
      return ExitCode.SUCCESS;
    }
  }
}
