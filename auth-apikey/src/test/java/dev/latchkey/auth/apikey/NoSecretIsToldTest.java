package dev.latchkey.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No message, status or text of an object holds a key, a password or a session. */
class NoSecretIsToldTest {

  private final ApiKeyFixture fixture = new ApiKeyFixture();
  private final List<String> told = new ArrayList<>();

  private void tellOf(Runnable act) {
    try {
      act.run();
    } catch (AuthException e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        told.add(t.toString());
      }
    }
  }

  @Test
  void whateverTheServerAnswers() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      told.add(authenticator.create(ApiKeyRequest.named("laptop")).toString());
      told.add(authenticator.list().toString());
      for (int status : new int[] {200, 201, 204, 400, 401, 403, 404, 500}) {
        fixture.answering(
            AuthReply.of(status, Map.of("token", "canary-key-1", "access", "canary-access-1")));
        tellOf(() -> told.add(authenticator.create(ApiKeyRequest.named("laptop")).toString()));
        tellOf(() -> told.add(authenticator.list().toString()));
        tellOf(() -> authenticator.revoke("id-1"));
        tellOf(() -> told.add(authenticator.get("id-1").toString()));
        fixture.answering(
            AuthReply.of(status, Map.of("detail", "You sent Bearer canary-access-1, 'laptop'")));
        tellOf(() -> authenticator.create(ApiKeyRequest.named("laptop")));
        tellOf(authenticator::list);
        tellOf(() -> authenticator.revoke("id-1"));
      }
      told.add(authenticator.toString());
      told.add(authenticator.status().toString());
      told.add(authenticator.credential(fixture.context.origin()).toString());
    }
    assertNoSecretIsTold(25);
  }

  @Test
  void whateverTheLoginAnswers() {
    for (int status : new int[] {200, 204, 302, 400, 401, 403, 429, 500}) {
      fixture
          .context
          .exchange()
          .answer(call -> AuthReply.of(status, Map.of("access", "canary-access-1 \r\n")));
      try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
        tellOf(authenticator::list);
      }
    }
    assertNoSecretIsTold(8);
  }

  @Test
  void whereThereIsNoAnswer() {
    fixture
        .context
        .exchange()
        .answer(
            call -> {
              throw new AuthUnavailableException("down: " + call, null);
            });
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      tellOf(authenticator::list);
      tellOf(() -> authenticator.create(ApiKeyRequest.named("laptop")));
      tellOf(() -> authenticator.revoke("id-1"));
    }
    assertNoSecretIsTold(3);
  }

  private void assertNoSecretIsTold(int atLeast) {
    assertThat(told)
        .hasSizeGreaterThanOrEqualTo(atLeast)
        .allSatisfy(text -> assertThat(text).doesNotContain("canary"));
  }
}
