package dev.latchkey.cli.keys;

import dev.latchkey.auth.ApiKeys;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.output.JsonOutput;
import dev.latchkey.cli.output.OutputOption;
import dev.latchkey.cli.output.TextTable;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.gofigr.LookupException;
import dev.latchkey.client.gofigr.Workspace;
import dev.latchkey.client.gofigr.Workspaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the workspaces that the credential reaches, and marks the one used unless one is named. */
@Command(
    name = "workspaces",
    description = "List GoFigr's workspaces, and which of them is used unless one is named.")
@Examples({"latchkey workspaces --profile gofigr -o json"})
public final class WorkspacesCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private OutputOption output = new OutputOption();

  /** Makes it for one run of the program. */
  public WorkspacesCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      Abilities.require(client, ApiKeys.class, "list workspaces");
      Workspaces workspaces = Workspaces.of(client);
      List<Workspace> all = workspaces.list();
      Optional<Workspace> usual = usual(client, workspaces);
      if (output.isJson()) {
        invocation.print(JsonOutput.of(all.stream().map(w -> fields(w, usual)).toList()));
      } else {
        new TextTable(all.stream().map(w -> cells(w, usual)).toList())
            .lines()
            .forEach(invocation::print);
        invocation.say(all.size() + (all.size() == 1 ? " workspace." : " workspaces."));
      }
      return ExitCode.SUCCESS;
    }
  }

  /** A workspace that is configured, but not there, is told of: the list shows what is. */
  private Optional<Workspace> usual(ApiClient client, Workspaces workspaces) {
    Optional<String> configured = client.property("workspace");
    try {
      return Optional.of(configured.map(workspaces::find).orElseGet(workspaces::primary));
    } catch (LookupException e) {
      configured.ifPresent(name -> invocation.say(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private static Map<String, Object> fields(Workspace workspace, Optional<Workspace> usual) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", workspace.id());
    fields.put("name", workspace.name());
    fields.put("description", workspace.description());
    fields.put("type", workspace.type());
    fields.put("default", usual.filter(workspace::equals).isPresent());
    return fields;
  }

  private static Map<String, Object> cells(Workspace workspace, Optional<Workspace> usual) {
    Map<String, Object> cells = fields(workspace, usual);
    cells.replace("default", usual.filter(workspace::equals).isPresent() ? "yes" : "");
    return cells;
  }
}
