package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole lists at the command line. */
class CliListTest {

  @TempDir private Path directory = Path.of("");

  private Processes.Result run(PagedServer server, Map<String, String> more, String... arguments) {
    Map<String, String> environment = new TreeMap<>(server.environment());
    environment.putAll(more);
    return Processes.below(directory)
        .run(
            Stream.concat(Stream.of(Distribution.ofBuild().launcher()), Stream.of(arguments))
                .toList(),
            environment);
  }

  private Processes.Result run(PagedServer server, String... arguments) {
    return run(server, Map.of(), arguments);
  }

  private static PagedServer things(int count) {
    return PagedServer.of(count, page -> 200);
  }

  @Test
  void printsEveryRecordInEachFormat() {
    try (PagedServer server = things(250)) {
      String ndjson = run(server, "get", "things/", "--all", "-o", "ndjson").succeeded().out();
      assertThat(ndjson.lines())
          .containsExactlyElementsOf(IntStream.range(0, 250).mapToObj(PagedServer::thing).toList());
      String json = run(server, "get", "things/", "--all").succeeded().out();
      assertThat(json).isEqualTo("[\n" + ndjson.strip().replace("\n", ",\n") + "\n]\n");
      String csv = run(server, "get", "things/", "--all", "-o", "csv").succeeded().out();
      assertThat(csv)
          .startsWith("id,name,where.biome,tags\r\n0,\"thing, 0\",b0,\"[1,\"\"x\"\"]\"\r\n")
          .hasLineCount(251);
      Processes.Result table = run(server, "get", "things/", "--limit", "120", "-o", "table");
      assertThat(table.succeeded().out()).startsWith("ID  NAME").hasLineCount(121);
      assertThat(table.err()).isEqualTo("120 records.\n");
    }
  }

  @Test
  void printsAnEmptyListAsEmpty() {
    try (PagedServer server = things(0)) {
      assertThat(run(server, "get", "things/", "--all").succeeded().out()).isEqualTo("[]\n");
      assertThat(run(server, "get", "things/", "--all", "-o", "csv").succeeded().out()).isEmpty();
    }
  }

  @Test
  void selectsFromEachRecord() {
    try (PagedServer server = things(150)) {
      String selected =
          run(
                  server,
                  "get",
                  "things/",
                  "--all",
                  "-o",
                  "csv",
                  "--select",
                  "where.biome == 'b3' && {id: id, biome: where.biome}")
              .succeeded()
              .out();
      assertThat(selected).startsWith("id,biome\r\n3,b3\r\n10,b3\r\n").hasLineCount(22);
      assertThat(run(server, "get", "things/", "--all", "--select", "a[").exitCode()).isEqualTo(2);
    }
  }

  @Test
  void explainsAndCountsWithoutReadingTheList() {
    try (PagedServer server = things(250)) {
      Processes.Result plan = run(server, "get", "things/", "--all", "--explain").succeeded();
      assertThat(plan.out()).endsWith("/api/things/?page=1\n").hasLineCount(1);
      assertThat(plan.err()).contains("unknown number of pages").doesNotContain(PagedServer.KEY);
      assertThat(server.asked()).isEmpty();
      assertThat(run(server, "get", "things/", "--explain-with-count").succeeded().out())
          .hasLineCount(3);
      assertThat(server.asked()).containsExactly(1);
    }
  }

  @Test
  void asksAgainForAPageThatFailsForATime() {
    Map<Integer, AtomicInteger> tries = Map.of(2, new AtomicInteger(), 3, new AtomicInteger());
    try (PagedServer server =
        PagedServer.of(
            400,
            page ->
                tries.containsKey(page) && tries.get(page).incrementAndGet() < 4
                    ? page == 2 ? 503 : 429
                    : 200)) {
      assertThat(run(server, "get", "things/", "--all", "-o", "ndjson").succeeded().out())
          .hasLineCount(400);
    }
  }

  @ParameterizedTest
  @CsvSource({"500, 6", "403, 5", "429, 7", "404, 1"})
  void failsLoudlyWhenAPageIsNotToBeHad(int status, int exitCode) {
    try (PagedServer server = PagedServer.of(400, page -> page == 3 ? status : 200)) {
      Processes.Result failed =
          run(server, "get", "things/", "--all", "-o", "ndjson", "--max-wait", "0");
      assertThat(failed.exitCode()).as(failed.toString()).isEqualTo(exitCode);
      assertThat(failed.out()).hasLineCount(200);
      assertThat(failed.err()).startsWith("latchkey: ").doesNotContain("\tat ");
    }
  }

  @Test
  void needsLittleMemoryForALongList() {
    try (PagedServer server = things(200_000)) {
      Processes.Result all =
          run(
              server,
              Map.of("LATCHKEY_JAVA_OPTS", "-Xmx40m", "LATCHKEY_ARCHIVES", "off"),
              "get",
              "things/",
              "--all",
              "-o",
              "ndjson",
              "--prefetch",
              "4");
      assertThat(all.succeeded().out()).hasLineCount(200_000);
      assertThat(all.err()).isEmpty();
    }
  }

  @Test
  void stopsQuietlyWhenItsReaderHasEnough() {
    try (PagedServer server = things(100_000)) {
      String latchkey = "'" + Distribution.ofBuild().launcher() + "'";
      Processes.Result head =
          Processes.below(directory)
              .run(
                  List.of(
                      "bash",
                      "-c",
                      latchkey + " get things/ --all -o ndjson | head -n 1; echo ${PIPESTATUS[0]}"),
                  server.environment());
      assertThat(head.out()).isEqualTo(PagedServer.thing(0) + "\n0\n");
      assertThat(head.err()).isEmpty();
      assertThat(server.asked()).hasSizeLessThan(100);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--all --page 2",
    "--resume r",
    "--all --resume r -o table",
    "--limit 0",
    "--prefetch 99",
    "--page 0",
    "--all --max-wait -1"
  })
  void refusesWhatMakesNoSense(String options) {
    try (PagedServer server = things(5)) {
      Processes.Result refused = run(server, ("get things/ " + options).split(" ", -1));
      assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
      assertThat(server.asked()).isEmpty();
    }
  }
}
