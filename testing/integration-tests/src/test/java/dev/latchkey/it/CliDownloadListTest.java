package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of files at the command line: nothing is left out or replaced without a word. */
class CliDownloadListTest {

  private final FileServer server = FileServer.start();
  private Path directory = Path.of("");
  private Cli cli = Cli.below(directory, server.environment());

  @BeforeEach
  void enter(@TempDir Path temporary) {
    directory = temporary;
    cli = Cli.below(directory, server.environment());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path to() {
    return directory.resolve("files");
  }

  private Processes.Result download(String list, String... more) {
    List<String> command = new ArrayList<>(List.of("download", "--from-json", "-"));
    command.addAll(List.of("--to", to().toString()));
    command.addAll(List.of(more));
    return cli.withInput(list).run(command.toArray(String[]::new));
  }

  private static String file(String path, String more) {
    return "{\"url\":\"files/" + path + "\"" + more + "}";
  }

  @Test
  void leavesAFileOfAnotherLengthUntilItIsForced() throws IOException {
    Files.createDirectories(to());
    Files.writeString(to().resolve("a"), "mine");
    String list = file("10/a", ",\"file_size_bytes\":10") + file("20/b", ",\"file_size_bytes\":20");
    Processes.Result kept = download(list);
    assertThat(kept.exitCode()).as(kept.toString()).isEqualTo(2);
    assertThat(kept.err())
        .contains("another length; --force")
        .endsWith("1 files downloaded, 0 there already, 1 failed.\n");
    assertThat(to().resolve("a")).hasContent("mine");
    assertThat(to().resolve("b")).hasSize(20);
    download(list, "--force").succeeded();
    assertThat(to().resolve("a")).hasSize(10);
  }

  @Test
  void fetchesIndexFilesAndTellsOfThoseWithoutAUrl() {
    String list =
        "{\"downloads\":["
            + file("10/a.gz", ",\"index_files\":[" + file("5/a.gz.fai", "") + ",{\"path\":\"x\"}]")
            + ",{\"alias\":\"b\",\"url\":null}]}";
    assertThat(download(list).succeeded().err())
        .isEqualTo(
            """
            Left out, for want of a URL: 2 files of the list.
            2 files downloaded, 0 there already, 0 failed.
            """);
    assertThat(to().resolve("a.gz")).hasSize(10);
    assertThat(to().resolve("a.gz.fai")).hasSize(5);
  }

  @Test
  void putsFilesOfTheSameNameIntoFoldersOfTheirParents() {
    String list =
        file("10/x", ",\"parent_identifier\":\"MGYA1\"")
            + file("20/x", ",\"parent_identifier\":2")
            + file("30/y", ",\"parent_identifier\":2")
            + file("30/y", ",\"parent_identifier\":2");
    download(list).succeeded();
    assertThat(to().resolve("MGYA1").resolve("x")).hasSize(10);
    assertThat(to().resolve("2").resolve("x")).hasSize(20);
    assertThat(to().resolve("y")).hasSize(30);
    assertThat(server.asked()).containsExactlyInAnyOrder("10/x", "20/x", "30/y");
  }

  @Test
  void tellsOfFilesAsTheyCompleteAndOfAllTheirBytes() throws IOException {
    Path list =
        Files.writeString(
            directory.resolve("list.json"),
            file("1000/held", ",\"file_size_bytes\":1000")
                + file("2000/b", ",\"file_size_bytes\":2000"));
    try (TerminalSession session =
        cli.terminal("download", "--from-json", list.toString(), "--to", to().toString())) {
      session.await("0 of 2 files: 0 of 3,000 bytes");
      session.await(to().resolve("b") + "\n").await("1 of 2 files: 2,000 of 3,000 bytes, ");
      server.release();
      session.await(to().resolve("held") + "\n").await("2 of 2 files: 3,000 of 3,000 bytes");
      assertThat(session.end("the last file").exitCode()).isZero();
    }
  }
}
