package dev.latchkey.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Login;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenLifecycle;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.testkit.FakeClock;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What every service with sliding tokens at MGnify's paths must be able to do with our client. */
interface SlidingTokenScenarios extends Scenarios {

  private static void assertStudies(ApiResponse response) {
    assertThat(response.json())
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsKeys("count", "items");
  }

  @Test
  default void logsInOnceAndListsPrivateStudies() {
    try (SlidingService service = start();
        ApiClient client = service.client(TokenStore.inMemory()).build()) {
      assertStudies(client.get("my-data/studies/"));
      assertStudies(client.get("my-data/studies/?page=2"));
      assertStudies(client.getAsync("my-data/studies/").join());
      assertThat(service.authenticationCalls()).isEqualTo(1);
      assertThat(client.authenticator().status().identity()).contains(service.user());
    }
  }

  @Test
  default void startsWarmWithoutAnyAuthenticationCallOrPassword() {
    try (SlidingService service = start()) {
      TokenStore tokens = TokenStore.inMemory();
      try (ApiClient first = service.client(tokens).build()) {
        first.get("my-data/studies/");
      }
      long before = service.authenticationCalls();
      try (ApiClient second =
          ApiClient.builder().profile("mgnify").baseUrl(service.baseUrl()).tokens(tokens).build()) {
        assertStudies(second.get("my-data/studies/"));
      }
      assertThat(service.authenticationCalls()).isEqualTo(before);
    }
  }

  @Test
  default void verifiesAndRefreshesOnDemand() {
    try (SlidingService service = start();
        ApiClient client = service.client(TokenStore.inMemory()).build()) {
      client.ability(Login.class).orElseThrow().login();
      TokenLifecycle token = client.ability(TokenLifecycle.class).orElseThrow();
      assertThat(token.verify()).isTrue();
      assertThat(token.refresh().state()).isEqualTo(AuthStatus.State.FRESH);
      assertStudies(client.get("my-data/studies/"));
      assertThat(service.posts("auth/sliding")).isEqualTo(1);
      assertThat(service.posts("auth/sliding/refresh")).isEqualTo(1);
    }
  }

  @Test
  default void renewsAStaleTokenWithoutAPassword() {
    FakeClock clock = new FakeClock(Instant.now());
    try (SlidingService service = start()) {
      try (ApiClient client = service.client(TokenStore.inMemory()).clock(clock).build()) {
        client.get("my-data/studies/");
        clock.advance(Duration.ofHours(23));
        assertStudies(client.get("my-data/studies/"));
      }
      // Closing waits for the renewal in the background.
      assertThat(service.posts("auth/sliding")).isEqualTo(1);
      assertThat(service.posts("auth/sliding/refresh")).isEqualTo(1);
    }
  }

  @Test
  default void goesToThePasswordOnceTheTokenHasExpired() {
    FakeClock clock = new FakeClock(Instant.now());
    try (SlidingService service = start();
        ApiClient client = service.client(TokenStore.inMemory()).clock(clock).build()) {
      client.get("my-data/studies/");
      clock.advance(Duration.ofHours(25));
      assertStudies(client.get("my-data/studies/"));
      assertThat(service.posts("auth/sliding")).isEqualTo(2);
      assertThat(service.posts("auth/sliding/refresh")).isZero();
    }
  }

  @Test
  default void survivesATokenThatExpiresUnnoticed() {
    // This client's clock stands still: to it, the token stays valid for ever.
    FakeClock clock = new FakeClock(Instant.now());
    try (SlidingService service = start(Duration.ofSeconds(2));
        ApiClient client = service.client(TokenStore.inMemory()).clock(clock).build()) {
      client.get("my-data/studies/");
      awaitRefusal(client.ability(TokenLifecycle.class).orElseThrow());
      assertStudies(client.get("my-data/studies/"));
      assertThat(service.posts("auth/sliding")).isEqualTo(2);
      assertThat(service.posts("auth/sliding/refresh")).isLessThanOrEqualTo(1);
    }
  }

  private static void awaitRefusal(TokenLifecycle token) {
    for (int i = 0; i < 300 && token.verify(); i++) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    assertThat(token.verify()).isFalse();
  }

  @Test
  default void triesAWrongPasswordOnceAndKeepsNothing() {
    try (SlidingService service = start()) {
      TokenStore tokens = TokenStore.inMemory();
      try (ApiClient client = service.client(tokens).setting("password", "canary-wrong").build()) {
        for (int i = 0; i < 2; i++) {
          assertThatExceptionOfType(LoginRefusedException.class)
              .isThrownBy(() -> client.get("my-data/studies/"))
              .withMessageContaining(service.user())
              .withMessageNotContaining("canary");
        }
      }
      assertThat(service.posts("auth/sliding")).isEqualTo(1);
      assertThat(tokens.keys(service.baseUrl())).isEmpty();
    }
  }

  @Test
  default void replacesATamperedToken() {
    try (SlidingService service = start()) {
      TokenStore tokens = TokenStore.inMemory();
      try (ApiClient client = service.client(tokens).build()) {
        client.get("my-data/studies/");
      }
      TokenKey key = new TokenKey(service.baseUrl(), service.user());
      Secret good = tokens.load(key).orElseThrow().token();
      tokens.save(new StoredToken(key, Secret.token(tampered(good), "test")));
      try (ApiClient client = service.client(tokens).build()) {
        assertThat(client.ability(TokenLifecycle.class).orElseThrow().verify()).isFalse();
        assertStudies(client.get("my-data/studies/"));
      }
      assertThat(service.posts("auth/sliding")).isEqualTo(2);
      assertThat(tokens.load(key).orElseThrow().token()).isNotEqualTo(good);
    }
  }

  private static String tampered(Secret token) {
    String text = token.reveal();
    int middle = text.lastIndexOf('.') + 5;
    char other = text.charAt(middle) == 'A' ? 'B' : 'A';
    return text.substring(0, middle) + other + text.substring(middle + 1);
  }

  @Test
  default void readsWholePages() {
    try (SlidingService service = start();
        ApiClient client = service.client(TokenStore.inMemory()).build()) {
      Studies page = client.get("my-data/studies/?page=1&page_size=5").as(Studies.class);
      assertThat(page.items()).hasSize(5).allSatisfy(s -> assertThat(s).containsKey("accession"));
      assertThat(page.count()).isGreaterThan(100);
    }
  }

  /** A caller's own record. */
  record Studies(int count, List<Map<String, Object>> items) {}
}
