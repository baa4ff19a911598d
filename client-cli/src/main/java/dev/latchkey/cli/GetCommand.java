package dev.latchkey.cli;

import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiRequest;
import dev.latchkey.client.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gets one page or object. */
@Command(
    name = "get",
    description = "Get one page of a list, or one object.",
    footer = {
      "",
      "Examples:",
      "  latchkey get my-data/studies/ --profile mgnify -o table",
      "  latchkey get my-data/studies/ -p page_size=10 --page 2 -o json",
      "  latchkey get studies/MGYS00000001 --anonymous",
      "  latchkey get my-data/studies/ --explain"
    })
final class GetCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "PATH",
      description = "Relative to the service's URL; MGnify's lists end in a slash.")
  private String path = "";

  @Option(names = "--page", paramLabel = "N", description = "Which page of a list (from 1).")
  private @Nullable Integer page;

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUE",
      description = "A query parameter; may be repeated.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "json|table",
      defaultValue = "json",
      description = "How to print it (default: ${DEFAULT-VALUE}).")
  private OutputFormat output = OutputFormat.JSON;

  @Option(names = "--anonymous", description = "Send no credential.")
  private boolean anonymous;

  @Option(names = "--explain", description = "Print the URL that would be called; call nothing.")
  private boolean explain;

  GetCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    ApiRequest request = request();
    try (ApiClient client = invocation.open()) {
      if (explain) {
        invocation.print("GET " + Paths.url(request, client));
        return ExitCode.SUCCESS;
      }
      Paths.url(request, client);
      print(client.send(request));
      return ExitCode.SUCCESS;
    }
  }

  private ApiRequest request() {
    ApiRequest request = ApiRequest.get(path);
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      request = request.withQuery(parameter.getKey(), parameter.getValue());
    }
    if (page != null) {
      request = request.withQuery("page", String.valueOf(page));
    }
    return anonymous ? request.anonymously() : request;
  }

  private void print(ApiResponse response) {
    if (output == OutputFormat.JSON) {
      invocation.print(JsonOutput.of(response));
      return;
    }
    Page shown = Page.of(response.json());
    new TextTable(shown.rows()).lines().forEach(invocation::print);
    invocation.say(shown.summary());
  }
}
