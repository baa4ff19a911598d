package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RequestLogTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Mgnify mgnify = new Mgnify(sandbox);
  private final RequestLog log = sandbox.requests();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void countsByMethodAndEndOfPath() {
    String token = mgnify.login(Users.WEBIN);
    mgnify.refresh(token);
    mgnify.use(token);
    assertThat(log.count("POST", "auth/sliding")).isEqualTo(1);
    assertThat(log.count("POST", "auth/sliding/refresh")).isEqualTo(1);
    assertThat(log.count("GET", Mgnify.MINE)).isEqualTo(1);
    assertThat(log.count("GET", "auth/sliding")).isZero();
  }

  @Test
  void recordsRefusedAndUnknownRequests() {
    mgnify.getAnonymously("/nothing");
    mgnify.use("bad");
    assertThat(log.entries()).extracting(RequestLog.Entry::status).containsExactly(404, 401);
  }

  @Test
  void keepsTheSchemeButNotTheCredential() {
    String token = mgnify.login(Users.WEBIN);
    mgnify.use(token);
    RequestLog.Entry use = log.entries().get(1);
    assertThat(use.authorizationScheme()).contains("Bearer");
    assertThat(use.headers()).contains("authorization");
    assertThat(use.query()).isEqualTo("page_size=1");
    assertThat(log.entries().toString())
        .doesNotContain(token)
        .doesNotContain(Users.WEBIN.password());
  }

  @Test
  void keepsNoCredentialFromAQueryOrABareHeader() {
    SandboxClient.of(sandbox.url()).with("hunter2hunter2").get("/?page=1&api_key=hunter2&Token=x");
    assertThat(log.entries().get(0).query()).isEqualTo("page=1&api_key=&Token=");
    assertThat(log.entries().get(0).authorizationScheme()).isEmpty();
  }

  @Test
  @Timeout(60)
  void looksThroughLongQueriesAtOnce() {
    String query = "a".repeat(14_000);
    for (int i = 0; i < 100; i++) {
      mgnify.getAnonymously("/?" + query);
    }
    assertThat(log.entries()).hasSize(100).allMatch(entry -> entry.query().equals(query));
  }

  @Test
  void keepsFewerRequestsWhereTheyAreLong() {
    RequestLog full = new RequestLog();
    int length = RequestLog.MOST_CHARACTERS / 10;
    for (int i = 0; i < 20; i++) {
      full.add(entry("GET", String.valueOf((char) ('a' + i)).repeat(length)));
    }
    assertThat(full.entries()).hasSize(10);
    assertThat(full.counts()).containsExactly(new RequestLog.Count("GET", "*", 20));
  }

  @Test
  void forgets() {
    mgnify.getAnonymously("/");
    log.clear();
    assertThat(log.entries()).isEmpty();
    assertThat(log.counts()).isEmpty();
  }

  @Test
  void recordsNoStatusWhereThereWasNoAnswer() {
    sandbox.faults().on("GET", "/dropped", Fault.drop());
    sandbox.faults().on("GET", "/reset", Fault.reset());
    sandbox.faults().on("GET", "/cut", Fault.truncate(1));
    for (String path : List.of("/dropped", "/reset", "/cut")) {
      assertThatThrownBy(() -> mgnify.getAnonymously(path))
          .isInstanceOf(UncheckedIOException.class);
    }
    assertThat(log.entries())
        .filteredOn(entry -> entry.status() == RequestLog.NO_ANSWER)
        .extracting(RequestLog.Entry::path)
        .contains("/dropped", "/reset")
        .doesNotContain("/cut");
    assertThat(log.entries())
        .filteredOn(entry -> !entry.path().equals("/cut"))
        .allMatch(entry -> entry.status() == RequestLog.NO_ANSWER);
  }

  @Test
  void countsWhatItNoLongerKeeps() {
    RequestLog full = new RequestLog();
    for (int i = 0; i <= RequestLog.CAPACITY; i++) {
      full.add(entry("GET", "/same"));
    }
    assertThat(full.entries()).hasSize(RequestLog.CAPACITY);
    assertThat(full.count("GET", "/same")).isEqualTo(RequestLog.CAPACITY + 1);
  }

  @Test
  void countsTooManyPathsTogether() {
    RequestLog full = new RequestLog();
    for (int i = 0; i < RequestLog.MOST_PATHS + 2; i++) {
      full.add(entry("GET", "/" + i));
    }
    full.add(entry("GET", "/0"));
    assertThat(full.counts())
        .hasSize(RequestLog.MOST_PATHS + 1)
        .startsWith(new RequestLog.Count("GET", "/0", 2))
        .endsWith(new RequestLog.Count("GET", "*", 2));
  }

  @Test
  @Timeout(60)
  void losesNothingWhenManyAskAtOnce() {
    SandboxClient client = SandboxClient.of(sandbox.url());
    List<CompletableFuture<Answer>> asked =
        IntStream.range(0, 100)
            .mapToObj(i -> client.postLater(Mgnify.BASE + "auth/verify", "{}"))
            .toList();
    asked.forEach(CompletableFuture::join);
    assertThat(log.count("POST", "auth/verify")).isEqualTo(100);
  }

  private static RequestLog.Entry entry(String method, String path) {
    return new RequestLog.Entry(method, path, "", 200, Set.of(), Optional.empty());
  }
}
