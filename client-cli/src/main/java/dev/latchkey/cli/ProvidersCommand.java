package dev.latchkey.cli;

import dev.latchkey.client.FoundProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the providers found on the class path. */
@Command(
    name = "providers",
    description = {
      "List the providers that were found.",
      "A provider jar put into the folder providers/ of the installation is found, too."
    })
final class ProvidersCommand implements Callable<Integer> {

  private final Invocation invocation;

  ProvidersCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    List<FoundProvider> found = FoundProvider.all();
    new TextTable(found.stream().map(ProvidersCommand::cells).toList(), Integer.MAX_VALUE)
        .lines()
        .forEach(invocation::print);
    if (found.isEmpty()) {
      invocation.say("No provider was found.");
    }
    return found.stream().allMatch(p -> p.problem().isEmpty())
        ? ExitCode.SUCCESS
        : ExitCode.FAILURE;
  }

  private static Map<String, Object> cells(FoundProvider provider) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("provider", provider.id().orElse("(broken)"));
    cells.put("description", provider.problem().orElse(provider.description()));
    cells.put("found in", provider.locations());
    return cells;
  }
}
