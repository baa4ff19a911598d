package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.output.OutputFormat;
import dev.latchkey.cli.output.RecordWriter;
import dev.latchkey.cli.output.TextTable;
import dev.latchkey.client.mgnify.MgnifyResource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what MGnify has. */
@Command(
    name = "resources",
    description = "List what MGnify has: paths for 'get', with their parameters. Calls nothing.")
@Examples({
  "latchkey resources",
  "latchkey resources studies -o json",
  "latchkey get studies/ -p search=soil -p order=accession"
})
public final class ResourcesCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "WORD", arity = "0..1", description = "Only paths in which this occurs.")
  private String word = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "json|ndjson|csv|table",
      defaultValue = "table",
      description = "How to print it (default: ${DEFAULT-VALUE}).")
  private OutputFormat output = OutputFormat.TABLE;

  /** Makes it for one run of the program. */
  public ResourcesCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    List<Map<String, Object>> found =
        Arrays.stream(MgnifyResource.values())
            .filter(resource -> resource.template().contains(word))
            .map(resource -> output == OutputFormat.TABLE ? row(resource) : fields(resource))
            .toList();
    if (found.isEmpty()) {
      throw new UsageException("No path of MGnify's has '" + TextTable.visible(word) + "' in it.");
    }
    RecordWriter writer = RecordWriter.of(output, invocation.streams());
    writer.write(found);
    writer.end();
    invocation.streams().flush();
    return ExitCode.SUCCESS;
  }

  private static Map<String, Object> row(MgnifyResource resource) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("path", resource.template());
    row.put("token", lower(resource.access()));
    row.put("gives", lower(resource.kind()));
    row.put(
        "parameters",
        resource.parameters().stream()
            .map(MgnifyResource.Parameter::name)
            .collect(Collectors.joining(" ")));
    return row;
  }

  private static Map<String, Object> fields(MgnifyResource resource) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", resource.name());
    fields.put("path", resource.template());
    fields.put("token", lower(resource.access()));
    fields.put("gives", lower(resource.kind()));
    fields.put("record", resource.recordName());
    fields.put("parameters", resource.parameters());
    return fields;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
