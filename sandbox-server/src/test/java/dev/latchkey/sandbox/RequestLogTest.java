package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  void forgets() {
    mgnify.getAnonymously("/");
    log.clear();
    assertThat(log.entries()).isEmpty();
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
}
