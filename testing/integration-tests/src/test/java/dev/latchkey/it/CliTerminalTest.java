package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists look like where a person is looking. */
class CliTerminalTest {

  @TempDir private Path directory = Path.of("");

  private Processes.Result atATerminal(Map<String, String> environment, String line) {
    String shell =
        "stty cols 24; latchkey() { '" + Distribution.ofBuild().launcher() + "' \"$@\"; }; " + line;
    try (TerminalSession session =
        TerminalSession.of(
            Processes.below(directory)
                .start(List.of("script", "-qfec", shell, "/dev/null"), environment))) {
      return session.end("the last line");
    }
  }

  @Test
  void fitsTablesIntoTheTerminal() {
    try (PagedServer server = PagedServer.of(5, page -> 200)) {
      String shown =
          atATerminal(server.environment(), "latchkey get things/ --all -o table")
              .succeeded()
              .out();
      assertThat(shown.lines().limit(6))
          .hasSize(6)
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(24));
      assertThat(shown).startsWith("ID  NAME").contains("0   thing…  b0 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"providers", "doctor"})
  void listsWhatATableHasNoRoomForLineByLine(String command) {
    try (PagedServer server = PagedServer.of(1, page -> 200)) {
      assertThat(atATerminal(server.environment(), "latchkey " + command).out())
          .containsPattern("(?m)^ *api-key\n *(version|description): ")
          .doesNotContain("DESCRIPTION");
    }
  }

  @Test
  void tellsOnStandardErrorHowFarItIsAndWipesThatAway() {
    try (PagedServer server = PagedServer.of(250, page -> 200)) {
      String line = "latchkey get things/ --all -o ndjson > '" + directory + "/list'; echo end";
      String shown = atATerminal(server.environment(), line).succeeded().out();
      assertThat(shown)
          .containsPattern("Page 1: 100 of 250 records, [0-9,]+/s, \\d+:\\d\\d left")
          .endsWith(" end\n");
      assertThat(directory.resolve("list")).content().hasLineCount(250);
    }
  }

  /** A service whose one record tells the terminal what to do. */
  private static HttpServer hostile() throws IOException {
    byte[] body =
        "{\"count\":1,\"items\":[{\"name\":\"a\\u001b[31m\u009b2J\u202eb\"}]}"
            .getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "get things/ -o csv",
        "get things/ --all -o csv",
        "get things/ -o json",
        "get things/ --all -o json",
        "get things/ -o ndjson",
        "get things/ -o table",
        "request GET things/"
      })
  void givesTheTerminalNothingOfAServersThatItWouldObey(String command) throws IOException {
    HttpServer server = hostile();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      String line =
          "latchkey " + command + " --quiet --anonymous --profile mgnify --base-url " + url;
      String shown = atATerminal(Map.of(), line + " </dev/null").succeeded().out();
      assertThat(shown).doesNotContainPattern("[\u001b\u009b\u202e]").contains("[31m");
      if (!command.endsWith("table")) {
        assertThat(shown).contains("a\\u001b[31m\\u009b2J\\u202eb");
        assertThat(atATerminal(Map.of(), line + " | cat").succeeded().out())
            .contains("[31m\u009b2J\u202eb");
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void countsWhatEarlierRunsHaveReadAndNoMoreThanIsWanted() {
    AtomicInteger asked = new AtomicInteger();
    try (PagedServer server =
        PagedServer.of(350, page -> page == 3 && asked.incrementAndGet() == 1 ? 500 : 200)) {
      String get = "latchkey get things/ -o ndjson --prefetch 0 --max-wait 0 ";
      String resumed = get + "--all --resume '" + directory + "/r' >> '" + directory + "/list'; ";
      assertThat(atATerminal(server.environment(), resumed + resumed).succeeded().out())
          .contains("Page 1: 100 of 350 records", "Page 3: 300 of 350 records");
      assertThat(
              atATerminal(server.environment(), get + "--limit 250 > /dev/null").succeeded().out())
          .contains("Page 1: 100 of 250 records");
    }
  }

  @Test
  void showsNoProgressToThoseWhoWantQuiet() {
    try (PagedServer server = PagedServer.of(250, page -> 200)) {
      String line = "latchkey get things/ --all --quiet -o ndjson > /dev/null; echo end";
      assertThat(atATerminal(server.environment(), line).succeeded().out()).isEqualTo("end\n");
    }
  }

  @Test
  void endsTheLineOfAQuestionThatIsInterrupted() {
    Cli cli = Cli.below(directory, Map.of("MG_USER", "Webin-12345"));
    try (TerminalSession session = cli.terminal("login --profile mgnify")) {
      Processes.Result asked = session.await("assword").interrupt().end("Ctrl-C");
      assertThat(asked.exitCode()).isEqualTo(130);
      assertThat(asked.out()).endsWith("\n").doesNotContain("Exception");
    }
  }
}
