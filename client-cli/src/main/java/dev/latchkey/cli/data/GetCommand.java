package dev.latchkey.cli.data;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.output.JsonOutput;
import dev.latchkey.cli.output.OutputFormat;
import dev.latchkey.cli.output.RecordWriter;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiRequest;
import dev.latchkey.client.ApiResponse;
import dev.latchkey.client.Query;
import dev.latchkey.client.QueryPlan;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gets an object, a page of a list, or all of it. */
@Command(name = "get", description = "Get an object, a page of a list, or all of a list.")
@Examples({
  "latchkey get my-data/studies/ --profile mgnify -o table",
  "latchkey get my-data/studies/ --page-size 10 --page 2 -o json",
  "latchkey get studies/MGYS00000001 --anonymous",
  "latchkey get studies/ -p search=soil --all -o csv > soil.csv",
  "latchkey get studies/ --all -o ndjson --resume studies.resume >> studies.ndjson",
  "latchkey get studies/ --all -o csv --select '{id: accession, biome: biome.lineage}'",
  "latchkey get my-data/studies/ --all --explain"
})
public final class GetCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "PATH",
      description = "Relative to the service's URL; MGnify's lists end in a slash.")
  private String path = "";

  @Mixin private ListOptions list = new ListOptions();

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUE",
      description = "A query parameter; may be repeated.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "json|ndjson|csv|table",
      defaultValue = "json",
      description = "How to print it (default: ${DEFAULT-VALUE}).")
  private OutputFormat output = OutputFormat.JSON;

  @Option(
      names = "--select",
      paramLabel = "JMESPATH",
      description = "What to print of each record; null and false leave it out.")
  private @Nullable String select;

  @Option(names = "--anonymous", description = "Send no credential.")
  private boolean anonymous;

  @Option(names = "--explain", description = "Print the URLs that would be called; call nothing.")
  private boolean explain;

  @Option(
      names = "--explain-with-count",
      description = "The same, after asking once how many pages there are.")
  private boolean explainWithCount;

  /** Makes it for one run of the program. */
  public GetCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** The command with nothing but a path. */
  public static GetCommand of(String path, Invocation invocation) {
    GetCommand command = new GetCommand(invocation);
    command.path = path;
    return command;
  }

  @Override
  public Integer call() {
    list.check(output);
    Selection selection = Selection.of(select);
    try (ApiClient client = invocation.open()) {
      if (explain || explainWithCount) {
        explain(client);
      } else if (list.isWhole()) {
        new ListRun(invocation, output, selection, resumable()).run(query(client), list.limit());
      } else {
        print(client.send(request(client)), selection);
      }
      return ExitCode.SUCCESS;
    } catch (CredentialMissingException e) {
      throw anonymous || !PublicData.mayBeAt(path)
          ? e
          : new CredentialMissingException(e.getMessage() + " For public data: --anonymous.");
    }
  }

  private Optional<ResumableOutput> resumable() {
    Checkpoint fresh =
        new Checkpoint(
            Checkpoint.VERSION,
            "",
            output,
            select == null ? "" : select,
            list.limit(),
            new OutputFile.Written(0, ""),
            null,
            false);
    return Optional.ofNullable(list.resume())
        .map(
            file ->
                ResumableOutput.open(
                    invocation.streams(), new ResumeFile(file), System::nanoTime, fresh));
  }

  private Query query(ApiClient client) {
    try {
      Query query = client.query(path).prefetch(list.prefetch()).patience(list.longestWait());
      for (Map.Entry<String, String> parameter : parameters.entrySet()) {
        query = query.with(parameter.getKey(), parameter.getValue());
      }
      query = list.isWhole() && list.limit() < Long.MAX_VALUE ? query.limit(list.limit()) : query;
      query = list.pageSize() == null ? query : query.pageSize(list.pageSize());
      query = list.page() == null ? query : query.page(list.page());
      return anonymous ? query.anonymously() : query;
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          Paths.isUsable(path) ? String.valueOf(e.getMessage()) : Paths.ADVICE);
    }
  }

  /** One request: the path itself, or the page that was asked for. */
  private ApiRequest request(ApiClient client) {
    ApiRequest request = ApiRequest.get(path);
    if (list.isPaged()) {
      request = ApiRequest.get(query(client).explain().urls().get(0).toString());
    } else {
      for (Map.Entry<String, String> parameter : parameters.entrySet()) {
        request = request.withQuery(parameter.getKey(), parameter.getValue());
      }
    }
    Paths.url(request, client);
    return anonymous ? request.anonymously() : request;
  }

  private void explain(ApiClient client) {
    if (!list.isPaged() && !explainWithCount) {
      invocation.print("GET " + Paths.url(request(client), client));
      return;
    }
    Query query = query(client);
    QueryPlan plan = explainWithCount ? query.explainWithCount() : query.explain();
    for (URI url : plan.urls()) {
      invocation.print("GET " + url);
    }
    String pages =
        plan.pages().isPresent() ? plan.pages().getAsLong() + "" : "an unknown number of";
    String credential = plan.credential().map(GetCommand::described).orElse("no credential");
    invocation.say("Would read " + pages + " pages, with " + credential + ".");
  }

  private static String described(AuthStatus status) {
    return "a credential from "
        + status.source()
        + " ("
        + status.state().name().toLowerCase(Locale.ROOT)
        + ")";
  }

  private void print(ApiResponse response, Selection selection) {
    if (output == OutputFormat.JSON && select == null) {
      invocation.print(JsonOutput.of(response));
      return;
    }
    Page shown = Page.of(response.json());
    RecordWriter writer = RecordWriter.of(output, invocation.streams());
    writer.write(selection.of(shown.rows()));
    writer.end();
    invocation.streams().flush();
    boolean isCut = shown.isPart() && !list.isPaged();
    if (isCut || output == OutputFormat.TABLE) {
      invocation.say(shown.summary() + (isCut ? " --all gets all." : ""));
    }
  }
}
