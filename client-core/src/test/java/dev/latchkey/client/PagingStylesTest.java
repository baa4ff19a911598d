package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.client.ScriptedServer.Received;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which services hand out lists, as the profile says. */
class PagingStylesTest {

  private static final List<Integer> ALL = IntStream.range(0, 25).boxed().toList();

  @TempDir private Path directory = Path.of("");

  record Thing(int id) {}

  private void reading(
      Map<String, String> paging, BiFunction<Received, String, String> script, Reading reading) {
    String[] url = new String[1];
    try (ScriptedServer server =
        ScriptedServer.answering(request -> script.apply(request, url[0]))) {
      url[0] = server.url().toString();
      ApiClientBuilder builder = Ground.client(directory, server.url(), new KeyProvider());
      paging.forEach((name, value) -> builder.property("latchkey.profiles.mgnify." + name, value));
      try (ApiClient client = builder.build()) {
        reading.of(client, server);
      }
    }
  }

  private interface Reading {
    void of(ApiClient client, ScriptedServer server);
  }

  private static List<Integer> ids(Query query) {
    return query.stream(Thing.class).map(Thing::id).toList();
  }

  private static String slice(int from, int size, String before, String after) {
    int start = Math.min(from, 25);
    return "{"
        + before
        + "\"results\":"
        + ListServer.records(start, Math.min(25, start + size))
        + after
        + "}";
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void asksByOffset(int prefetch) {
    reading(
        Map.of("paging", "offset"),
        (request, url) -> {
          int from = ListServer.number(request, "offset", 0);
          return ScriptedServer.json(
              200, slice(from, ListServer.number(request, "limit", 10), "\"count\":25,", ""));
        },
        (client, server) -> {
          assertThat(ids(client.query("t/").prefetch(prefetch))).isEqualTo(ALL);
          assertThat(ids(client.query("t/").pageSize(7).page(2))).first().isEqualTo(7);
          assertThat(server.received().get(0).target()).isEqualTo("/api/t/?offset=0");
          assertThat(server.received().get(3).target()).isEqualTo("/api/t/?limit=7&offset=7");
          assertThatIllegalArgumentException()
              .isThrownBy(() -> ids(client.query("t/").page(2)))
              .withMessageContaining("size");
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsWithoutACountAtAnEmptyPageOrAMissingOne(boolean missing) {
    reading(
        Map.of("paging", "page"),
        (request, url) -> {
          int from = (ListServer.number(request, "page", 1) - 1) * 10;
          return from >= 25 && missing
              ? ScriptedServer.json(404, "{\"detail\":\"Invalid page.\"}")
              : ScriptedServer.json(200, slice(from, 10, "", ""));
        },
        (client, server) -> {
          assertThat(ids(client.query("t/"))).isEqualTo(ALL);
          assertThat(ids(client.query("t/").prefetch(4))).isEqualTo(ALL);
          assertThatExceptionOfType(PagingException.class)
              .isThrownBy(() -> ids(client.query("t/").page(9)))
              .withMessageContaining("no page 9");
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void followsACursorWhereverItStands(int prefetch) {
    reading(
        Map.of("paging", "cursor", "paging.cursor-field", "meta.after"),
        (request, url) -> {
          int from = ListServer.number(request, "cursor", 0);
          String next = from + 10 < 25 ? "\"" + (from + 10) + "\"" : "null";
          return ScriptedServer.json(
              200, slice(from, 10, "", ",\"meta\":{\"after\":" + next + "}"));
        },
        (client, server) -> {
          assertThat(ids(client.query("t/").pageSize(10).prefetch(prefetch))).isEqualTo(ALL);
          assertThat(server.received().get(2).target()).isEqualTo("/api/t/?limit=10&cursor=20");
          assertThatIllegalArgumentException().isThrownBy(() -> client.query("t/").page(2));
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void followsTheLinkHeader(int prefetch) {
    reading(
        Map.of("paging", "link"),
        (request, url) -> {
          int from = ListServer.number(request, "from", 0);
          String link =
              "Link: <"
                  + url
                  + "t/?from=0>; rel=\"first\""
                  + (from + 10 < 25
                      ? ", <t/../?x>; title=\"a, b\", <?from=" + (from + 10) + ">; REL=next"
                      : "")
                  + "\r\n";
          return ScriptedServer.answer(
              200, link, ListServer.records(from, Math.min(25, from + 10)));
        },
        (client, server) -> {
          assertThat(ids(client.query("t/").prefetch(prefetch))).isEqualTo(ALL);
          assertThat(server.received().get(1).target()).isEqualTo("/api/t/?from=10");
        });
  }

  @Test
  void staysAtAListWithoutAFinalSlash() {
    reading(
        Map.of("paging", "next"),
        (request, url) -> {
          int page = ListServer.number(request, "page", 1);
          String next = page < 3 ? "\"?page=" + (page + 1) + "\"" : "null";
          return request.target().startsWith("/api/t?") || request.target().equals("/api/t")
              ? ScriptedServer.json(200, slice((page - 1) * 10, 10, "\"next\":" + next + ",", ""))
              : ScriptedServer.json(200, "{\"results\":[{\"id\":77}],\"next\":null}");
        },
        (client, server) -> assertThat(ids(client.query("t"))).isEqualTo(ALL));
  }

  @Test
  void refusesToBeToldTwiceWhichPageOrHowLargeItIs() {
    reading(
        Map.of("paging", "page"),
        (request, url) -> ListServer.page(request, 25),
        (client, server) -> {
          assertThatIllegalArgumentException()
              .isThrownBy(() -> client.query("t/").with("page", "2"))
              .withMessageContaining("page(...), or --page");
          assertThatIllegalArgumentException().isThrownBy(() -> client.query("t/?a=b&p%61ge=2"));
          assertThatIllegalArgumentException()
              .isThrownBy(() -> client.query("t/?page_size=7").pageSize(7))
              .withMessageContaining("twice");
          assertThatIllegalArgumentException()
              .isThrownBy(() -> client.query("t/").pageSize(7).with("page_size", "7"));
          assertThat(ids(client.query("t/?page_size=7&homepage=2"))).isEqualTo(ALL);
          assertThat(server.received()).hasSize(4);
        });
  }

  @Test
  void followsTheNextInTheBodyAsDjangoRestFrameworkWritesIt() {
    reading(
        Map.of("paging", "next"),
        (request, url) -> {
          int page = ListServer.number(request, "page", 1);
          String next = page < 3 ? "\"" + url + "t/?page=" + (page + 1) + "\"" : "null";
          return ScriptedServer.json(
              200, slice((page - 1) * 10, 10, "\"count\":25,\"next\":" + next + ",", ""));
        },
        (client, server) -> {
          assertThat(ids(client.query("t/"))).isEqualTo(ALL);
          String bookmark = client.query("t/").pages().findFirst().orElseThrow().bookmark();
          assertThat(ids(client.query("t/").after(bookmark))).isEqualTo(ALL.subList(10, 25));
          assertThat(client.query("t/").explainWithCount().pages()).hasValue(3);
          assertThat(client.query("t/").explainWithCount().urls()).hasSize(1);
        });
  }

  @Test
  void takesABareListForAllThereIs() {
    reading(
        Map.of("paging", "none"),
        (request, url) -> ScriptedServer.json(200, ListServer.records(0, 25)),
        (client, server) -> {
          assertThat(ids(client.query("t/").pageSize(3))).isEqualTo(ALL);
          assertThat(server.received()).hasSize(1);
        });
  }

  @Test
  void saysSoWhenAListHasMorePagesThanTheProfileKnowsOf() {
    for (String style : List.of("none", "next", "link")) {
      reading(
          Map.of("paging", style),
          (request, url) -> ScriptedServer.json(200, slice(0, 10, "\"count\":25,", "")),
          (client, server) ->
              assertThatExceptionOfType(PagingException.class)
                  .isThrownBy(() -> ids(client.query("t/")))
                  .withMessageContaining("10 of 25")
                  .withMessageContaining("paging"));
    }
  }

  @Test
  void refusesAStyleThatDoesNotExist() {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> reading(Map.of("paging", "pages"), (r, u) -> "", (client, server) -> {}))
        .withMessageContaining("page, offset, cursor, link, next, none");
  }
}
