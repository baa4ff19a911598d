package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lists look like where a person is looking. */
class CliTerminalTest {

  @TempDir private Path directory = Path.of("");

  private Processes.Result atATerminal(PagedServer server, String line) {
    String shell =
        "stty cols 24; latchkey() { '" + Distribution.ofBuild().launcher() + "' \"$@\"; }; " + line;
    try (TerminalSession session =
        TerminalSession.of(
            Processes.below(directory)
                .start(List.of("script", "-qfec", shell, "/dev/null"), server.environment()))) {
      return session.end("the last line");
    }
  }

  @Test
  void fitsTablesIntoTheTerminal() {
    try (PagedServer server = PagedServer.of(5, page -> 200)) {
      String shown = atATerminal(server, "latchkey get things/ --all -o table").succeeded().out();
      assertThat(shown.lines().limit(6))
          .hasSize(6)
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(24));
      assertThat(shown).startsWith("ID  NAME").contains("0   thing…  b0 ");
    }
  }

  @Test
  void tellsOnStandardErrorHowFarItIsAndWipesThatAway() {
    try (PagedServer server = PagedServer.of(250, page -> 200)) {
      String line = "latchkey get things/ --all -o ndjson > '" + directory + "/list'; echo end";
      String shown = atATerminal(server, line).succeeded().out();
      assertThat(shown)
          .containsPattern("Page 1: 100 of 250 records, [0-9,]+/s, \\d+:\\d\\d left")
          .endsWith(" end\n");
      assertThat(directory.resolve("list")).content().hasLineCount(250);
    }
  }

  @Test
  void countsWhatEarlierRunsHaveReadAndNoMoreThanIsWanted() {
    AtomicInteger asked = new AtomicInteger();
    try (PagedServer server =
        PagedServer.of(350, page -> page == 3 && asked.incrementAndGet() == 1 ? 500 : 200)) {
      String get = "latchkey get things/ -o ndjson --prefetch 0 --max-wait 0 ";
      String resumed = get + "--all --resume '" + directory + "/r' >> '" + directory + "/list'; ";
      assertThat(atATerminal(server, resumed + resumed).succeeded().out())
          .contains("Page 1: 100 of 350 records", "Page 3: 300 of 350 records");
      assertThat(atATerminal(server, get + "--limit 250 > /dev/null").succeeded().out())
          .contains("Page 1: 100 of 250 records");
    }
  }

  @Test
  void showsNoProgressToThoseWhoWantQuiet() {
    try (PagedServer server = PagedServer.of(250, page -> 200)) {
      String line = "latchkey get things/ --all --quiet -o ndjson > /dev/null; echo end";
      assertThat(atATerminal(server, line).succeeded().out()).isEqualTo("end\n");
    }
  }
}
