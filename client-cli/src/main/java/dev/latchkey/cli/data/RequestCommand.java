package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.NamedInput;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiRequest;
import dev.latchkey.client.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends any request. */
@Command(name = "request", description = "Send any request and print the body of the answer.")
@Examples({
  "latchkey request GET user --profile gofigr",
  "latchkey request POST analysis/ --data '{\"name\": \"A\"}' --profile gofigr",
  "latchkey request PUT analysis/ID/ --data @analysis.json --profile gofigr"
})
public final class RequestCommand implements Callable<Integer> {

  private static final int LARGEST_BODY = 16 << 20;

  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "METHOD",
      completionCandidates = Methods.class,
      description = "The HTTP method, such as POST.")
  private String method = "";

  @Parameters(index = "1", paramLabel = "PATH", description = "Relative to the service's URL.")
  private String path = "";

  @Option(
      names = "--data",
      paramLabel = "TEXT|@FILE|@-",
      description = "The body: text, a file, or standard input.")
  private @Nullable String data;

  @Option(
      names = "--content-type",
      paramLabel = "TYPE",
      defaultValue = "application/json",
      description = "What the body is (default: ${DEFAULT-VALUE}).")
  private String contentType = "application/json";

  @Option(names = "--anonymous", description = "Send no credential.")
  private boolean anonymous;

  /** Makes it for one run of the program. */
  public RequestCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    ApiRequest request = request();
    try (ApiClient client = invocation.open()) {
      Paths.url(request, client);
      ApiResponse response = client.send(request);
      if (!response.text().isEmpty()) {
        invocation.print(response.text());
      }
      invocation.say("Status " + response.status() + ".");
      return ExitCode.SUCCESS;
    }
  }

  private ApiRequest request() {
    try {
      ApiRequest request = ApiRequest.of(method, path);
      if (data != null) {
        request = request.withBody(body(data), contentType);
      }
      return anonymous ? request.anonymously() : request;
    } catch (IllegalArgumentException e) {
      throw new UsageException("METHOD must be an HTTP method, such as GET or POST.");
    }
  }

  private byte[] body(String from) {
    if (!from.startsWith("@")) {
      return from.getBytes(StandardCharsets.UTF_8);
    }
    return new NamedInput("body", LARGEST_BODY).read(from.substring(1), invocation.streams());
  }

  /** Those that services are asked with, for completion. */
  static final class Methods implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS").iterator();
    }
  }
}
