package dev.latchkey.auth.apikey;

import static dev.latchkey.auth.apikey.ApiKeyFixture.CREATE;
import static dev.latchkey.auth.apikey.ApiKeyFixture.LIST;
import static dev.latchkey.auth.apikey.ApiKeyFixture.LOGIN;
import static dev.latchkey.auth.apikey.ApiKeyFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.testkit.FakePrompt;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How user name and password become a session, and how long it is used. */
class SessionTest {

  private final ApiKeyFixture fixture = new ApiKeyFixture();

  private void list() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      authenticator.list();
    }
  }

  @Test
  void isOpenedOnceForManyCalls() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      authenticator.list();
      authenticator.create(ApiKeyRequest.named("laptop"));
      authenticator.list();
    }
    assertThat(fixture.calls()).containsExactly(LOGIN, LIST, CREATE, LIST);
  }

  @Test
  void isOpenedOnceByManyCallersAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      Callable<Integer> call = () -> authenticator.list().size();
      for (Future<Integer> future : threads.invokeAll(Collections.nCopies(16, call))) {
        assertThat(future.get(10, TimeUnit.SECONDS)).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(fixture.calls()).hasSize(17).containsOnlyOnce(LOGIN);
  }

  @Test
  void isOpenedAnewOnceWhenItHasEnded() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      authenticator.list();
      fixture.server.endSessions();
      authenticator.create(ApiKeyRequest.named("laptop"));
    }
    assertThat(fixture.calls()).containsExactly(LOGIN, LIST, CREATE, REFRESH, LOGIN, CREATE);
    assertThat(fixture.server.keys).hasSize(1);
  }

  @Test
  void isRenewedWithoutThePasswordWhereThatIsPossible() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      authenticator.list();
      fixture.server.endAccess();
      authenticator.list();
      fixture.server.endAccess();
      authenticator.list();
    }
    assertThat(fixture.calls())
        .containsExactly(LOGIN, LIST, LIST, REFRESH, LIST, LIST, REFRESH, LIST);
  }

  @Test
  void isOpenedAnewWhereNothingSaysHowToRenewIt() {
    fixture.without("refresh-path");
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      authenticator.list();
      fixture.server.endAccess();
      authenticator.list();
    }
    assertThat(fixture.calls()).containsExactly(LOGIN, LIST, LIST, LOGIN, LIST);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 429, 500, 503})
  void isNotOpenedAnewWhileTheServerFailsToRenewIt(int status) {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      authenticator.list();
      fixture.server.endAccess();
      fixture
          .context
          .exchange()
          .answer(
              call ->
                  call.path().endsWith("refresh/")
                      ? AuthReply.of(status, null)
                      : fixture.server.apply(call));
      assertThatExceptionOfType(AuthUnavailableException.class)
          .isThrownBy(authenticator::list)
          .withMessageContaining("renewal")
          .withMessageContaining("(status " + status + ")");
      fixture.context.exchange().answer(fixture.server);
      authenticator.list();
    }
    assertThat(fixture.calls()).containsExactly(LOGIN, LIST, LIST, REFRESH, LIST, REFRESH, LIST);
  }

  @Test
  void isGivenUpWhenANewOneIsNotAcceptedEither() {
    fixture.answering(GofigrServer.refusal(401, "token_not_valid", "Not valid."));
    assertThatExceptionOfType(ApiKeyException.class)
        .isThrownBy(this::list)
        .withMessageContaining("Not valid. (status 401)");
    assertThat(fixture.calls()).containsExactly(LOGIN, LIST, REFRESH, LIST);
  }

  @Test
  void isKeptWhenA401SaysSomethingElse() {
    fixture.answering(GofigrServer.refusal(401, "authentication_failed", "Invalid token."));
    assertThatExceptionOfType(ApiKeyException.class).isThrownBy(this::list);
    assertThat(fixture.calls()).containsExactly(LOGIN, LIST);
  }

  @Test
  void endsWhenTheAuthenticatorIsClosed() {
    ApiKeyAuthenticator authenticator = fixture.authenticator();
    authenticator.list();
    authenticator.close();
    authenticator.list();
    assertThat(fixture.calls()).containsExactly(LOGIN, LIST, LOGIN, LIST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "password"})
  void saysWhatToSetWhenSomethingIsMissingAndNobodyCanBeAsked(String missing) {
    fixture.without(missing);
    assertThatExceptionOfType(CredentialMissingException.class)
        .isThrownBy(this::list)
        .withMessageContaining("Set username and password")
        .withMessageContaining("profile 'test'");
    assertThat(fixture.calls()).isEmpty();
  }

  @Test
  void asksForWhatIsNotSet() {
    FakePrompt prompt = new FakePrompt(GofigrServer.USER, GofigrServer.PASSWORD);
    fixture.without("username", "password").context.withPrompt(prompt);
    list();
    assertThat(prompt.questions())
        .containsExactly("Username: ", "Password for demo at https://service.test: ");
  }

  @Test
  void asksNobodyForWhatIsSet() {
    FakePrompt prompt = new FakePrompt("other", "other");
    fixture.context.withPrompt(prompt);
    list();
    assertThat(prompt.questions()).isEmpty();
  }

  @Test
  void isRefusedOnceAndNamesTheUserAloneWhenThePasswordIsWrong() {
    fixture.with("password", "canary wrong");
    assertThatExceptionOfType(LoginRefusedException.class)
        .isThrownBy(this::list)
        .withMessageContaining("'demo' (status 401)")
        .withMessageNotContaining("canary")
        .satisfies(e -> assertThat(e.code()).contains("no_active_account"));
    assertThat(fixture.calls()).containsExactly(LOGIN);
  }

  @Test
  void saysWhatToSetWhereTheEndpointIsUnknown() {
    fixture.without("token-path");
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(this::list)
        .withMessageContaining("set token-path");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 302, 429, 500, 503})
  void takesEveryOtherAnswerForAFailureOfTheServer(int status) {
    fixture.context.exchange().answer(call -> AuthReply.of(status, Map.of("token", "other")));
    assertThatExceptionOfType(AuthUnavailableException.class)
        .isThrownBy(this::list)
        .withMessageContaining("https://service.test")
        .withMessageContaining("(status " + status + ")");
    assertThat(fixture.calls()).containsExactly(LOGIN);
  }
}
