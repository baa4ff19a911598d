package dev.latchkey.auth.apikey;

import static dev.latchkey.auth.apikey.ApiKeyFixture.CREATE;
import static dev.latchkey.auth.apikey.ApiKeyFixture.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key may exist although nobody was told its secret. */
class LostAnswerTest {

  private final AuthUnavailableException timeout =
      new AuthUnavailableException("The server did not answer in time.", null);

  private final ApiKeyFixture fixture = new ApiKeyFixture();

  private void create() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      authenticator.create(ApiKeyRequest.named("laptop"));
    }
  }

  @Test
  void isNotRepeatedWhenTheAnswerDoesNotCome() {
    fixture
        .context
        .exchange()
        .answer(
            call -> {
              AuthReply reply = fixture.server.apply(call);
              if (call.path().equals("api_key/")) {
                throw timeout;
              }
              return reply;
            });
    assertThatExceptionOfType(AuthUnavailableException.class)
        .isThrownBy(this::create)
        .withMessageContaining("'laptop' was lost, and the key may exist")
        .withMessageContaining("'latchkey keys list'")
        .withMessageContaining("'latchkey keys revoke ID'")
        .withCause(timeout);
    assertThat(fixture.calls()).containsExactly(LOGIN, CREATE);
    assertThat(fixture.server.keys).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("answersWithoutASecret")
  void isTakenForLostWhenTheAnswerHoldsNoSecret(AuthReply reply) {
    fixture.answering(reply);
    assertThatExceptionOfType(AuthUnavailableException.class)
        .isThrownBy(this::create)
        .withMessageContaining("the key may exist")
        .withMessageContaining("'latchkey keys list'");
    assertThat(fixture.calls()).containsExactly(LOGIN, CREATE);
  }

  static Stream<AuthReply> answersWithoutASecret() {
    return Stream.of(
        AuthReply.of(201, null),
        AuthReply.of(201, Map.of("api_id", "id-1", "name", "laptop")),
        AuthReply.of(201, Map.of("api_id", "id-1", "token", "not a\r\ntoken")),
        AuthReply.of(200, Map.of("api_id", "id-1")),
        AuthReply.of(202, null),
        AuthReply.of(502, null),
        AuthReply.of(504, Map.of("detail", "Gateway timeout")));
  }

  @Test
  void isNotSaidOfAKeyThatWasNeverAskedFor() {
    fixture
        .context
        .exchange()
        .answer(
            call -> {
              throw timeout;
            });
    assertThatExceptionOfType(AuthUnavailableException.class)
        .isThrownBy(this::create)
        .withMessageNotContaining("may exist");
    assertThat(fixture.calls()).containsExactly(LOGIN);
  }

  @Test
  void isNotSaidWhenOnlyTheNewLoginOfAnEndedSessionFails() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      authenticator.list();
      fixture.server.endSessions();
      fixture
          .context
          .exchange()
          .answer(
              call -> {
                if (call.path().equals("/api/token/")) {
                  throw timeout;
                }
                return fixture.server.apply(call);
              });
      assertThatExceptionOfType(AuthUnavailableException.class)
          .isThrownBy(() -> authenticator.create(ApiKeyRequest.named("laptop")))
          .withMessageNotContaining("may exist");
    }
    assertThat(fixture.server.keys).isEmpty();
  }
}
