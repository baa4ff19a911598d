package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.client.ScriptedServer.Received;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that change or lie: an error, never a gap that nobody sees. */
class UnsoundListTest {

  @TempDir private Path directory = Path.of("");

  private List<Object> read(Function<Received, String> script, int prefetch) {
    try (ScriptedServer server = ScriptedServer.answering(script);
        ApiClient client = Ground.client(directory, server.url(), new KeyProvider()).build()) {
      List<Object> ids = new ArrayList<>();
      client.query("t/").prefetch(prefetch).stream()
          .forEach(thing -> ids.add(String.valueOf(thing.get("id"))));
      return ids;
    }
  }

  private void fails(Function<Received, String> script, String why) {
    for (int prefetch : new int[] {0, 3}) {
      assertThatExceptionOfType(PagingException.class)
          .isThrownBy(() -> read(script, prefetch))
          .withMessageContaining(why);
    }
  }

  private static int page(Received request) {
    return ListServer.number(request, "page", 1);
  }

  @Test
  void failsWhenTheListShrinks() {
    fails(
        request ->
            page(request) == 1
                ? ListServer.page(250, 0, 100)
                : ListServer.page(249, 100 * (page(request) - 1), 200),
        "250 records before, now 249");
  }

  @Test
  void readsAListThatGrowsToItsNewEnd() {
    Function<Received, String> growing =
        request ->
            switch (page(request)) {
              case 1 -> ListServer.page(150, 0, 100);
              case 2 -> ListServer.page(250, 100, 200);
              default -> ListServer.page(250, 200, 250);
            };
    assertThat(read(growing, 0)).hasSize(250).doesNotHaveDuplicates();
    assertThat(read(growing, 3)).hasSize(250).doesNotHaveDuplicates();
  }

  @Test
  void failsWhenNewRecordsMoveOthersToTheNextPage() {
    fails(
        request ->
            page(request) == 1 ? ListServer.page(250, 0, 100) : ListServer.page(251, 99, 199),
        "moved");
  }

  @Test
  void failsWhenAPageComesTwice() {
    fails(request -> ListServer.page(250, 0, 100), "same as the page before");
  }

  @ParameterizedTest
  @CsvSource({"100, 100", "100, 140", "100, 260"})
  void failsWhenAPageIsEmptyOrHasTooFewOrTooMany(int from, int to) {
    fails(
        request ->
            page(request) == 2 ? ListServer.page(250, from, to) : ListServer.page(request, 250),
        "Page 2 has " + (to - from) + " records");
  }

  @Test
  void failsWhenTheFirstPageIsEmptyAndTheListIsNot() {
    fails(request -> ListServer.page(250, 0, 0), "Page 1 has 0 records");
  }

  @Test
  void readsAnEmptyListAsEmpty() {
    assertThat(read(request -> ListServer.page(0, 0, 0), 2)).isEmpty();
  }

  @Test
  void failsWhenAPageIsMissingThatShouldBeThere() {
    fails(
        request ->
            page(request) == 2
                ? ScriptedServer.json(404, "{\"detail\":\"Invalid page.\"}")
                : ListServer.page(request, 250),
        "Page 2 is not there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>maintenance</html>",
        "null",
        "7",
        "{\"detail\":\"x\"}",
        "{\"items\":[null]}",
        "{\"items\":[1]}",
        "{\"items\":[{\"a\":1,\"a\":2}]}",
        "{\"items\":[{}]} x",
        "{\"items\":[{}"
      })
  void failsWhenAPageIsNoList(String body) {
    assertThatExceptionOfType(UnexpectedAnswerException.class)
        .isThrownBy(() -> read(request -> ScriptedServer.json(200, body), 0))
        .withMessageNotContaining("maintenance");
  }

  @Test
  void looksAgainAtAPageThatWasFetchedTooEarly() {
    AtomicInteger asked = new AtomicInteger();
    Function<Received, String> grown =
        request -> {
          // The third page is fetched before the second one, and the list grows in between.
          int count = page(request) == 3 && asked.incrementAndGet() == 1 ? 250 : 260;
          return page(request) == 1
              ? ListServer.page(request, 250)
              : ListServer.page(request, count);
        };
    assertThat(read(grown, 2)).hasSize(260).doesNotHaveDuplicates();
    assertThat(asked).hasValue(2);
  }

  @Test
  void failsWhenLinksGoRoundInACircle() {
    Function<Received, String> circle =
        request -> {
          int at = ListServer.number(request, "at", 0);
          return ScriptedServer.json(
              200,
              "{\"next\":\"?at="
                  + (at + 1) % 5
                  + "\",\"items\":"
                  + ListServer.records(at, at + 1)
                  + "}");
        };
    try (ScriptedServer server = ScriptedServer.answering(circle);
        ApiClient client =
            Ground.client(directory, server.url(), new KeyProvider())
                .property("latchkey.profiles.mgnify.paging", "next")
                .build()) {
      assertThatExceptionOfType(PagingException.class)
          .isThrownBy(() -> client.query("t/").stream().forEach(thing -> {}))
          .withMessageContaining("circle");
      assertThat(server.received()).hasSizeLessThan(30);
    }
  }

  @Test
  void failsWithTheStatusOfAPageThatFails() {
    assertThatExceptionOfType(ApiStatusException.ServerError.class)
        .isThrownBy(
            () ->
                read(
                    request ->
                        page(request) == 2
                            ? ScriptedServer.answer(500, "Content-Type: text/html\r\n", "<html>")
                            : ListServer.page(request, 250),
                    2))
        .withMessageContaining("status 500: an HTML page");
  }
}
