package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists in MGnify's style, as an embedder reads them. */
class QueryTest {

  private final ScriptedServer server =
      ScriptedServer.answering(request -> ListServer.page(request, 250));
  private ApiClient client =
      ApiClient.builder().profile("mgnify").provider(new KeyProvider()).build();

  record Thing(int id, String name) {}

  @BeforeEach
  void open(@TempDir Path directory) {
    client.close();
    client = Ground.client(directory, server.url(), new KeyProvider()).build();
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private List<String> targets() {
    return server.received().stream().map(ScriptedServer.Received::target).toList();
  }

  @Test
  void readsEveryRecordOnceAndInOrder() {
    assertThat(client.query("things/").stream(Thing.class).map(Thing::id))
        .containsExactlyElementsOf(IntStream.range(0, 250).boxed().toList());
    assertThat(targets())
        .containsExactly("/api/things/?page=1", "/api/things/?page=2", "/api/things/?page=3");
  }

  @Test
  void readsTreesAndSendsFiltersAndTheSizeOfPages() {
    Query query = client.query("things/?a=1").with("search", "soil & sea").pageSize(100).limit(1);
    assertThat(query.stream().map(thing -> thing.get("name"))).containsExactly("r0");
    assertThat(targets())
        .containsExactly("/api/things/?a=1&search=soil%20%26%20sea&page_size=100&page=1");
  }

  @Test
  void isIterableAndAsksForAPageOnlyWhenItIsNeeded() {
    List<Object> names = new ArrayList<>();
    for (Map<String, Object> thing : client.query("things/")) {
      names.add(thing.get("name"));
      if (names.size() == 3) {
        break;
      }
    }
    assertThat(names).containsExactly("r0", "r1", "r2");
    assertThat(targets()).hasSize(1);
  }

  @Test
  void isAValue() {
    Query all = client.query("things/");
    assertThat(all.limit(3).stream()).hasSize(3);
    assertThat(all.with("x", "1").toString()).isEqualTo("Query[things/]");
    assertThat(all.stream()).hasSize(250);
    assertThat(all.stream()).hasSize(250);
  }

  @Test
  void cutsTheLastPageAtTheLimit() {
    List<Page<Thing>> pages = client.query("things/").limit(130).pages(Thing.class).toList();
    assertThat(pages).extracting(page -> page.records().size()).containsExactly(100, 30);
    assertThat(pages.get(1).count()).hasValue(250);
    assertThat(pages.get(1).number()).isEqualTo(2);
    assertThat(pages.get(1).url()).isEqualTo(URI.create(server.url() + "things/?page=2"));
  }

  @Test
  void readsOnePageAlone() {
    assertThat(client.query("things/").page(3).stream(Thing.class)).hasSize(50);
    assertThat(client.query("things/").page(2).limit(5).stream(Thing.class))
        .extracting(Thing::id)
        .containsExactly(100, 101, 102, 103, 104);
    assertThat(targets()).containsExactly("/api/things/?page=3", "/api/things/?page=2");
    assertThatExceptionOfType(PagingException.class)
        .isThrownBy(() -> client.query("things/").page(4).stream().forEach(thing -> {}))
        .withMessage("There is no page 4: the list ends before it, after 250 records.");
  }

  @Test
  void explainsWithoutCallingAnything() {
    QueryPlan plan = client.query("things/").pageSize(10).explain();
    assertThat(plan.urls())
        .containsExactly(URI.create(server.url() + "things/?page_size=10&page=1"));
    assertThat(plan.pages()).isEmpty();
    assertThat(plan.credential()).hasValueSatisfying(s -> assertThat(s.source()).isEqualTo("test"));
    assertThat(client.query("things/").anonymously().explain().credential()).isEmpty();
    assertThat(client.query("things/").page(7).explain().pages()).hasValue(1);
    assertThat(server.received()).isEmpty();
  }

  @Test
  void explainsWithTheCountAfterOneCall() {
    QueryPlan plan = client.query("things/").pageSize(1000).explainWithCount();
    assertThat(plan.urls())
        .extracting(url -> url.getQuery())
        .containsExactly("page_size=1000&page=1", "page_size=1000&page=2", "page_size=1000&page=3");
    assertThat(plan.pages()).hasValue(3);
    assertThat(plan.records()).hasValue(250);
    assertThat(client.query("things/").limit(101).prefetch(4).explainWithCount().pages())
        .hasValue(2);
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void leavesTheCredentialOffWhereAskedTo() {
    client.query("things/").anonymously().limit(1).stream().forEach(thing -> {});
    assertThat(server.received().get(0).headers()).doesNotContainKey("Authorization");
  }

  @Test
  void goesOnAfterABookmark() {
    Query query = client.query("things/").with("q", "x");
    String bookmark = query.pages().findFirst().orElseThrow().bookmark();
    assertThat(query.after(bookmark).stream(Thing.class).map(Thing::id))
        .containsExactlyElementsOf(IntStream.range(100, 250).boxed().toList());
    assertThat(query.after(bookmark).explain().pages()).hasValue(2);
    assertThat(query.after(bookmark).explain().urls()).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.query("things/").with("q", "y").after(bookmark))
        .withMessageContaining("another query");
    assertThatIllegalArgumentException().isThrownBy(() -> query.after("{}"));
    String last = query.pages().reduce((one, other) -> other).orElseThrow().bookmark();
    assertThat(query.after(last).stream()).isEmpty();
  }

  @Test
  void refusesABookmarkOfAnotherUser() {
    Query query = client.query("things/");
    String theirs =
        query
            .pages()
            .findFirst()
            .orElseThrow()
            .bookmark()
            .replace("\"user\":\"\"", "\"user\":\"u\"");
    assertThatExceptionOfType(PagingException.class)
        .isThrownBy(() -> query.after(theirs).stream().forEach(thing -> {}))
        .withMessageContaining("another user");
  }

  @Test
  void refusesWhatMakesNoSense() {
    Query query = client.query("things/");
    assertThatIllegalArgumentException().isThrownBy(() -> query.page(0));
    assertThatIllegalArgumentException().isThrownBy(() -> query.limit(0));
    assertThatIllegalArgumentException().isThrownBy(() -> query.pageSize(0));
    assertThatIllegalArgumentException().isThrownBy(() -> query.prefetch(17));
    assertThatIllegalArgumentException().isThrownBy(() -> client.query("a b"));
  }
}
