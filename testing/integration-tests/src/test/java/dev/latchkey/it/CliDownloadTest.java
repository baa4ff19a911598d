package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of private analyses at the command line. */
class CliDownloadTest {

  private final Sandbox sandbox = Sandbox.start();
  private Path directory = Path.of("");
  private Cli cli = Cli.of(directory, sandbox);

  @BeforeEach
  void enter(@TempDir Path temporary) {
    directory = temporary;
    cli = Cli.of(directory, sandbox).asWebinUser(sandbox).with("LATCHKEY_PROFILE", "mgnify");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /** An analysis of a private study, as its owner sees it. */
  private String analysis() {
    String study = first("my-data/studies/");
    return cli.run("get", "analyses/" + first("studies/" + study + "/analyses/")).succeeded().out();
  }

  private String first(String list) {
    String record = cli.run("get", list, "--limit", "1", "-o", "ndjson").succeeded().out();
    return JsonParser.parseString(record).getAsJsonObject().get("accession").getAsString();
  }

  private static JsonArray downloads(String analysis) {
    return JsonParser.parseString(analysis).getAsJsonObject().getAsJsonArray("downloads");
  }

  @Test
  void arriveWithTheirLengthAndNameAndAreNotReplaced() throws IOException {
    JsonObject file = downloads(analysis()).get(0).getAsJsonObject();
    String url = file.get("url").getAsString();
    Path target = directory.resolve("here.bin");
    Processes.Result done = cli.run("download", url, target.toString()).succeeded();
    assertThat(done.out()).isEqualTo(target + "\n");
    assertThat(done.err()).isEmpty();
    assertThat(target).hasSize(file.get("file_size_bytes").getAsLong());
    Files.writeString(target, "mine");
    Processes.Result again = cli.run("download", url, target.toString());
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(target).hasContent("mine");
    cli.run("download", url, target.toString(), "--force").succeeded();
    assertThat(target).hasSize(file.get("file_size_bytes").getAsLong());
  }

  @Test
  void areRefusedWhenTheirChecksumIsAnother() {
    String url = downloads(analysis()).get(0).getAsJsonObject().get("url").getAsString();
    Path target = directory.resolve("x");
    Processes.Result failed =
        cli.run("download", url, target.toString(), "--checksum", "md5:" + "0".repeat(32));
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err()).contains("checksum (md5)");
    assertThat(target).doesNotExist();
  }

  @Test
  void areAllFetchedFromAListAndOnlyOnce() throws IOException {
    String analysis = analysis();
    Path to = directory.resolve("files");
    String[] command = {"download", "--from-json", "-", "--to", to.toString()};
    Processes.Result all = cli.withInput(analysis).run(command).succeeded();
    int count = downloads(analysis).size();
    assertThat(all.out().lines()).hasSize(count);
    assertThat(all.err()).isEqualTo(count + " files downloaded, 0 there already, 0 failed.\n");
    for (JsonElement each : downloads(analysis)) {
      JsonObject file = each.getAsJsonObject();
      assertThat(to.resolve(file.get("alias").getAsString()))
          .hasSize(file.get("file_size_bytes").getAsLong());
    }
    try (Stream<Path> files = Files.list(to)) {
      assertThat(files).hasSize(count);
    }
    assertThat(cli.withInput(analysis).run(command).succeeded().err())
        .isEqualTo("0 files downloaded, " + count + " there already, 0 failed.\n");
  }

  @Test
  void doNotKeepEachOtherBackWhenOneFails() {
    String analysis =
        analysis().replaceFirst("\"downloads\":\\[", "\"downloads\":[{\"url\":\"nowhere\"},");
    Processes.Result some =
        cli.withInput(analysis)
            .run("download", "--from-json", "-", "--to", directory.resolve("files").toString());
    assertThat(some.exitCode()).isEqualTo(1);
    assertThat(some.err()).contains("404").contains(" 1 failed.");
    assertThat(some.out().lines()).hasSize(downloads(analysis).size() - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "a --from-json -",
    "a --parallel 0",
    "--from-json - --checksum md5:00",
    "a --checksum crc:00"
  })
  void refuseWhatMakesNoSense(String options) {
    Processes.Result refused =
        cli.withInput("[]").run(("download " + options).trim().split(" ", -1));
    assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | names no files",
        "{ | not JSON",
        "[{\"url\":\"a/x\"},{\"url\":\"b/x\"}] | two files"
      })
  void refuseAListThatIsNone(String list, String why) {
    Processes.Result refused =
        cli.withInput(list).run("download", "--from-json", "-", "--to", directory.toString());
    assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
    assertThat(refused.err()).contains(why);
  }

  @Test
  void stayInTheirDirectoryWhateverTheyAreCalled() {
    String url = downloads(analysis()).get(0).getAsJsonObject().get("url").getAsString();
    Path to = directory.resolve("files");
    cli.withInput("{\"url\":\"" + url + "\",\"alias\":\"../../.bashrc\"}")
        .run("download", "--from-json", "-", "--to", to.toString())
        .succeeded();
    assertThat(to.resolve("_bashrc")).exists();
  }

  @Test
  void areAmongWhatTheServiceHas() {
    String table = cli.run("resources").succeeded().out();
    assertThat(table.lines()).hasSize(35);
    String programs = cli.run("resources", "my-data", "-o", "json").succeeded().out();
    assertThat(Schemas.requireValid("resources-1", programs))
        .contains("\"path\":\"my-data/studies/\"", "\"token\":\"required\"", "page_size");
    assertThat(cli.run("resources", "nothing").exitCode()).isEqualTo(2);
  }
}
