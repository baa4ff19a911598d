package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Getting data, and the streams and exit codes that scripts rely on. */
class CliDataTest {

  private final Sandbox sandbox = Sandbox.start();
  private Cli cli = Cli.of(Path.of(""), sandbox);

  @BeforeEach
  void enter(@TempDir Path directory) {
    cli = Cli.of(directory, sandbox).asWebinUser(sandbox).with("LATCHKEY_PROFILE", "mgnify");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void printsATableAndTheCountBesideIt() {
    Result get =
        cli.run("get", "my-data/studies/", "-p", "page_size=2", "--page", "2", "-o", "table")
            .succeeded();
    assertThat(get.out().lines()).hasSize(3);
    assertThat(get.out()).startsWith("ACCESSION").contains("BIOME.LINEAGE");
    assertThat(get.err()).isEqualTo("2 of 250 records.\n");
    assertThat(cli.run("get", "my-data/studies/", "-o", "table", "--quiet").err()).isEmpty();
  }

  @Test
  void saysThatAPageIsNotAllOfAList() {
    assertThat(cli.run("get", "my-data/studies/", "-o", "csv").succeeded().err())
        .isEqualTo("100 of 250 records. --all gets all.\n");
    assertThat(cli.run("get", "my-data/studies/", "-o", "csv", "--page", "1").succeeded().err())
        .isEmpty();
    assertThat(cli.run("get", "my-data/studies/").succeeded().err()).isEmpty();
  }

  @Test
  void takesAnAnswerThatIsNoJsonForAFailureOfTheServer() {
    try (FileServer server = FileServer.start()) {
      Cli lab = Cli.below(cli.home(), server.environment());
      assertThat(lab.run("get", "files/5/x").exitCode()).isEqualTo(6);
      assertThat(lab.run("get", "files/0/x").exitCode()).isEqualTo(6);
    }
  }

  @Test
  void explainsWithoutCallingAnything() {
    Result explained =
        cli.run("get", "my-data/studies/", "--explain", "--page", "2", "-p", "search=a b");
    assertThat(explained.succeeded().out())
        .isEqualTo("GET " + sandbox.mgnifyUrl() + "my-data/studies/?search=a%20b&page=2\n");
    assertThat(sandbox.requests().entries()).isEmpty();
  }

  @Test
  void getsPublicDataWithoutALogin() {
    assertThat(cli.run("get", "studies/", "--anonymous").succeeded().out()).contains("items");
    assertThat(sandbox.requests().count("POST", "auth/sliding")).isZero();
  }

  @Test
  void saysWhereNoLoginIsNeeded(@TempDir Path directory) {
    Cli nobody = Cli.of(directory, sandbox).with("LATCHKEY_PROFILE", "mgnify");
    for (String path : List.of("studies/", "studies/MGYS00000001", "my-data/studies/")) {
      Result refused = nobody.run("get", path);
      assertThat(refused.exitCode()).isEqualTo(4);
      assertThat(refused.err().contains("--anonymous")).isEqualTo(!path.startsWith("my-data"));
    }
  }

  @Test
  void refusesTheParameterByWhichPagesAreAskedFor() {
    Result refused = cli.run("get", "my-data/studies/", "-p", "page=2", "--page-size", "10");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("parameter page", "--page.");
    assertThat(sandbox.requests().entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, get nowhere/, status 404",
    "1, get my-data/studies/ -p page=0, query.page",
    "2, get my-data/studies/ --page 0, from 1",
    "1, get https://evil.test/x, belongs to",
    "1, get x --base-url http://example.org/, https://",
    "1, get x --profile nope, gofigr",
    "2, get, PATH",
    "2, get a%b, path",
    "2, get x -o yaml, yaml",
    "2, gets, gets",
    "2, request 7 x, METHOD",
    "2, keys, create",
    "2, keys list, api-key",
    "6, get x --base-url http://127.0.0.1:1/, refused"
  })
  void failsInOneOrTwoLinesWithTheRightCode(int code, String line, String reason) {
    Result failed = cli.run(line.split(" ", -1));
    assertThat(failed.exitCode()).as(failed.toString()).isEqualTo(code);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err()).startsWith("latchkey: ").doesNotContain("\tat ");
    assertThat(failed.err().lines().count()).as(failed.err()).isLessThanOrEqualTo(4);
  }

  @Test
  void endsQuietlyWhenItsReaderHasEnough() {
    Result head =
        cli.shell("latchkey get my-data/studies/ -o table | head -n 1; echo ${PIPESTATUS[0]}");
    assertThat(head.out()).startsWith("ACCESSION").endsWith("\n0\n");
    assertThat(head.err()).doesNotContain("Exception", "Broken");
  }

  @Test
  void failsWhenItsOutputCannotBeWritten() {
    Result full = cli.shell("latchkey get my-data/studies/ > /dev/full");
    assertThat(full.exitCode()).isEqualTo(1);
    assertThat(full.err())
        .isEqualTo("latchkey: Could not write the output: No space left on device.\n");
  }

  @Test
  void sendsARequestWithABodyFromTextFileOrInput() throws IOException {
    Cli gofigr = cli.asGofigrUser(sandbox);
    String key = gofigr.run("keys", "create", "k", "--profile", "gofigr").succeeded().out().trim();
    Cli keyed = cli.with("GF_API_KEY", key).with("LATCHKEY_PROFILE", "gofigr");
    String workspace =
        JsonParser.parseString(keyed.run("get", "workspace/").succeeded().out())
            .getAsJsonArray()
            .get(0)
            .getAsJsonObject()
            .get("api_id")
            .getAsString();
    String body = "{\"name\":\"A\",\"workspace\":\"" + workspace + "\"}";
    Path file = Files.writeString(cli.home().resolve("body.json"), body);
    for (Result created :
        List.of(
            keyed.run("request", "POST", "analysis/", "--data", body),
            keyed.run("request", "post", "analysis/", "--data", "@" + file),
            keyed.withInput(body).run("request", "POST", "analysis/", "--data", "@-"))) {
      assertThat(created.succeeded().out()).contains("\"name\"").contains(workspace);
      assertThat(created.err()).isEqualTo("Status 201.\n");
    }
    assertThat(keyed.run("request", "POST", "analysis/", "--data", "@nowhere").exitCode())
        .isEqualTo(2);
  }

  @Test
  void showsHelpAndVersion() {
    assertThat(cli.run().succeeded().out()).contains("Usage: latchkey", "login", "demo", "keys");
    assertThat(cli.run("get", "--help").succeeded().out()).contains("Examples:", "--anonymous");
    assertThat(cli.run("--version").succeeded().out()).startsWith("latchkey 0.");
  }
}
