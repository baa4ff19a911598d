package dev.latchkey.cli.credentials;

import dev.latchkey.auth.TokenKey;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.output.JsonOutput;
import dev.latchkey.cli.output.OutputOption;
import dev.latchkey.cli.output.TextTable;
import dev.latchkey.client.ApiClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells where the tokens of a profile are, and whose. */
@Command(
    name = "show",
    description = {
      "Show where the tokens of a profile are kept, and whose they are.",
      "A store that is locked is opened for that: you may be asked to unlock it."
    })
@Examples({"latchkey store show --profile mgnify", "latchkey store show -o json | jq -r .location"})
public final class StoreShowCommand implements Callable<Integer> {

  private static final String SCHEMA = "latchkey.store/1";

  private final Invocation invocation;

  @Mixin private OutputOption output = new OutputOption();

  /** Makes it for one run of the program. */
  public StoreShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      List<String> users =
          client.tokens().keys(client.baseUrl()).stream().map(TokenKey::user).sorted().toList();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("schema", SCHEMA);
      fields.put("profile", client.profile());
      fields.put("store", client.tokenStoreId().orElseThrow());
      fields.put("location", client.tokens().location());
      fields.put("users", users);
      if (output.isJson()) {
        invocation.print(JsonOutput.of(fields));
      } else {
        fields.remove("schema");
        fields.put("users", String.join(", ", users));
        new TextTable(List.of(fields), Integer.MAX_VALUE).lines().forEach(invocation::print);
      }
      return ExitCode.SUCCESS;
    }
  }
}
