package dev.latchkey.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.testkit.FakeClock;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.Page;
import dev.latchkey.client.Query;
import dev.latchkey.client.QueryPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How lists are read from every service whose pages are MGnify's. */
interface ListScenarios extends Scenarios {

  private static Query studies(ApiClient client) {
    return client.query("my-data/studies/");
  }

  private static String accession(Map<String, @Nullable Object> study) {
    return String.valueOf(study.get("accession"));
  }

  private static List<String> accessions(Query query) {
    try (Stream<Map<String, @Nullable Object>> records = query.stream()) {
      return records.map(ListScenarios::accession).toList();
    }
  }

  @Test
  default void readsEveryRecordOnceInOneOrderHoweverItIsPaged() {
    try (SlidingService service = start();
        ApiClient client = service.client(TokenStore.inMemory()).build()) {
      List<String> all = accessions(studies(client));
      assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(100);
      assertThat(accessions(studies(client).pageSize(7))).isEqualTo(all);
      assertThat(accessions(studies(client).pageSize(7).prefetch(4))).isEqualTo(all);
      assertThat(accessions(studies(client).pageSize(100_000))).isEqualTo(all);
      assertThat(accessions(studies(client).pageSize(7).limit(20))).isEqualTo(all.subList(0, 20));
      assertThat(accessions(studies(client).pageSize(7).page(3))).isEqualTo(all.subList(14, 21));
      assertThat(service.authenticationCalls()).isEqualTo(1);
    }
  }

  @Test
  default void goesOnAfterABookmark() {
    try (SlidingService service = start();
        ApiClient client = service.client(TokenStore.inMemory()).build()) {
      Query query = studies(client).pageSize(30);
      List<String> read = new ArrayList<>();
      try (Stream<Page<Map<String, @Nullable Object>>> pages = query.pages()) {
        Iterator<Page<Map<String, @Nullable Object>>> first = pages.iterator();
        first.next().records().forEach(study -> read.add(accession(study)));
        Page<Map<String, @Nullable Object>> second = first.next();
        second.records().forEach(study -> read.add(accession(study)));
        read.addAll(accessions(query.after(second.bookmark())));
      }
      assertThat(read).isEqualTo(accessions(query));
    }
  }

  @Test
  default void explainsWithOneRequestHowManyPagesThereAre() {
    try (SlidingService service = start();
        ApiClient client = service.client(TokenStore.inMemory()).build()) {
      Query query = studies(client).pageSize(50);
      QueryPlan plan = query.explainWithCount();
      long records = plan.records().orElseThrow();
      assertThat(accessions(query)).hasSize((int) records);
      assertThat(plan.pages()).hasValue((records + 49) / 50);
    }
  }

  @Test
  default void readsOnOverTheEndOfAToken() {
    FakeClock clock = new FakeClock(Instant.now());
    try (SlidingService service = start();
        ApiClient client = service.client(TokenStore.inMemory()).clock(clock).build()) {
      List<String> all = accessions(studies(client));
      Query query = studies(client).pageSize(50);
      List<String> read = new ArrayList<>();
      try (Stream<Page<Map<String, @Nullable Object>>> pages = query.pages()) {
        pages.forEach(
            page -> {
              page.records().forEach(study -> read.add(accession(study)));
              clock.advance(Duration.ofHours(25));
            });
      }
      assertThat(read).isEqualTo(all);
      assertThat(service.posts("auth/sliding")).isGreaterThan(1);
    }
  }
}
