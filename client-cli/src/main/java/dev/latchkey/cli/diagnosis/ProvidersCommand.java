package dev.latchkey.cli.diagnosis;

import dev.latchkey.auth.Setting;
import dev.latchkey.cli.doctor.DoctorDocument;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.ProviderIds;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.output.JsonOutput;
import dev.latchkey.cli.output.OutputOption;
import dev.latchkey.cli.output.TextTable;
import dev.latchkey.client.FoundProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the providers found on the class path, or what one of them reads. */
@Command(
    name = "providers",
    description = {
      "List the providers that were found, or what can be set for one of them.",
      "A provider jar put into the folder providers/ of the installation is found, too."
    })
@Examples({
  "latchkey providers",
  "latchkey providers api-key                       what can be set",
  "latchkey providers -o json | jq -r '.providers[].id'"
})
public final class ProvidersCommand implements Callable<Integer> {

  private static final String SCHEMA = "latchkey.providers/1";

  private final Invocation invocation;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      completionCandidates = ProviderIds.class,
      description = "Tell what can be set for this one.")
  private @Nullable String id;

  @Mixin private OutputOption output = new OutputOption();

  /** Makes it for one run of the program. */
  public ProvidersCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    List<FoundProvider> found = FoundProvider.all();
    List<FoundProvider> shown =
        id == null ? found : found.stream().filter(each -> isNamed(each, id)).toList();
    if (id != null && shown.isEmpty()) {
      throw new UsageException("There is no provider '" + id + "'. Found: " + ids(found) + ".");
    }
    if (output.isJson()) {
      invocation.print(JsonOutput.of(document(shown)));
    } else if (id == null) {
      print(shown.stream().map(ProvidersCommand::cells).toList());
    } else {
      print(shown.get(0).settings().stream().map(ProvidersCommand::cells).toList());
    }
    if (found.isEmpty()) {
      invocation.say("No provider was found.");
    }
    return shown.stream().allMatch(p -> p.problem().isEmpty())
        ? ExitCode.SUCCESS
        : ExitCode.FAILURE;
  }

  private static boolean isNamed(FoundProvider provider, String wanted) {
    return provider.id().filter(wanted::equals).isPresent();
  }

  private static String ids(List<FoundProvider> found) {
    return found.stream()
        .map(FoundProvider::id)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private void print(List<Map<String, Object>> rows) {
    new TextTable(rows, Integer.MAX_VALUE).lines().forEach(invocation::print);
  }

  private static Map<String, Object> cells(FoundProvider provider) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("provider", provider.id().orElse("(broken)"));
    cells.put("description", provider.problem().orElse(provider.description()));
    cells.put("found in", provider.locations());
    cells.put("version", provider.version().orElse("-"));
    return cells;
  }

  private static Map<String, Object> cells(Setting setting) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("setting", setting.name());
    cells.put("secret", setting.isSecret() ? "yes" : "");
    cells.put("meaning", setting.meaning());
    return cells;
  }

  private static Map<String, Object> document(List<FoundProvider> found) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schema", SCHEMA);
    fields.put("providers", found.stream().map(ProvidersCommand::fields).toList());
    return fields;
  }

  private static Map<String, @Nullable Object> fields(FoundProvider provider) {
    Map<String, @Nullable Object> fields = DoctorDocument.found(provider);
    fields.put("settings", provider.settings().stream().map(ProvidersCommand::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(Setting setting) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", setting.name());
    fields.put("meaning", setting.meaning());
    fields.put("secret", setting.isSecret());
    return fields;
  }
}
