package dev.latchkey.cli;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.client.ApiClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists keys, without their secrets. */
@Command(name = "list", description = "List your API keys.")
final class KeysListCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "json|table",
      defaultValue = "table",
      description = "How to print it (default: ${DEFAULT-VALUE}).")
  private OutputFormat output = OutputFormat.TABLE;

  KeysListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      List<ApiKey> keys = Abilities.require(client, ApiKeys.class, "manage keys").list();
      if (output == OutputFormat.JSON) {
        invocation.print(JsonOutput.of(keys.stream().map(KeysListCommand::fields).toList()));
      } else {
        List<Map<String, Object>> rows = keys.stream().map(KeysListCommand::cells).toList();
        new TextTable(rows).lines().forEach(invocation::print);
        invocation.say(keys.size() + " API keys.");
      }
      return ExitCode.SUCCESS;
    }
  }

  private static Map<String, @Nullable Object> fields(ApiKey key) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", key.id());
    fields.put("name", key.name());
    fields.put("created", key.created().map(Instant::toString).orElse(null));
    fields.put("last_used", key.lastUsed().map(Instant::toString).orElse(null));
    fields.put("expiry", key.expiry().map(Instant::toString).orElse(null));
    fields.put("workspace", key.workspace().orElse(null));
    return fields;
  }

  private static Map<String, Object> cells(ApiKey key) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("id", key.id());
    cells.put("name", key.name());
    cells.put("created", Times.local(key.created(), "unknown"));
    cells.put("last used", Times.local(key.lastUsed(), "never"));
    cells.put("expiry", Times.local(key.expiry(), "never"));
    cells.put("workspace", key.workspace().orElse("all"));
    return cells;
  }
}
