package dev.latchkey.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.testkit.FakePrompt;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A login in a browser (RFC 8628), from the first question to the session or its refusal. */
class DeviceLoginTest {

  private static final Origin LOGIN_SERVER = Origin.of(URI.create("https://login.test"));
  private static final String ASK = "POST https://login.test/oauth/token";

  private final ApiKeyFixture fixture =
      new ApiKeyFixture().without("key", "username", "password").with("login", "device");
  private final LoginServer server = new LoginServer(fixture.context.clock());
  private final FakePrompt person = new FakePrompt("unused", "unused");

  private void list() {
    fixture.context.withPrompt(person);
    fixture.context.exchange().answer(server);
    try (ApiKeyAuthenticator authenticator = fixture.authenticator(server)) {
      authenticator.list();
    }
  }

  private List<Long> waits() {
    return server.waited.stream().map(Duration::toSeconds).toList();
  }

  @Test
  void tellsThePersonWhereToGoAndWaitsForTheirYes() {
    server.saying("authorization_pending", "authorization_pending").allowing();
    list();
    assertThat(person.told())
        .containsExactly("Open https://login.test/activate and enter the code ABCD-EFGH");
    assertThat(person.questions()).isEmpty();
    assertThat(fixture.calls())
        .containsExactly(
            "GET info/",
            "POST https://login.test/oauth/device/code",
            ASK,
            ASK,
            ASK,
            "GET api_key/");
    assertThat(waits()).containsExactly(5L, 5L, 5L);
  }

  @Test
  void sendsFormsWithoutACredentialToTheLoginServer() {
    server.allowing();
    list();
    List<AuthCall> calls =
        fixture.context.exchange().callsInFull().stream()
            .filter(call -> call.elsewhere().isPresent())
            .toList();
    assertThat(calls).hasSize(2).allMatch(AuthCall::isForm);
    assertThat(calls).allMatch(call -> call.credential().isEmpty());
    assertThat(calls).allMatch(call -> call.elsewhere().get().equals(LOGIN_SERVER));
    assertThat(calls.get(0).fields())
        .isEqualTo(
            Map.of(
                "client_id", "client-1",
                "scope", "openid email profile",
                "audience", "https://service.test"));
    assertThat(calls.get(1).fields())
        .isEqualTo(
            Map.of(
                "client_id", "client-1",
                "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                "device_code", Secret.token(LoginServer.DEVICE_CODE, "test")));
  }

  @Test
  void asksLessOftenWhenToldTo() {
    server.saying("slow_down", "authorization_pending", "slow_down").allowing();
    list();
    assertThat(waits()).containsExactly(5L, 10L, 10L, 15L);
  }

  @Test
  void asksLessOftenWhileTheLoginServerFails() {
    server
        .answering(
            () -> {
              throw new AuthUnavailableException("down", null);
            })
        .answering(() -> AuthReply.of(503, null))
        .answering(() -> AuthReply.of(429, null))
        .allowing();
    list();
    assertThat(waits()).containsExactly(5L, 10L, 15L, 20L);
  }

  @Test
  void waitsFiveSecondsWhereTheServerDoesNotSay() {
    server.code.remove("interval");
    server.allowing();
    list();
    assertThat(waits()).containsExactly(5L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_denied", "expired_token"})
  void endsWhenThePersonOrTheServerSaysNo(String error) {
    server.saying("authorization_pending", error);
    assertThatExceptionOfType(LoginRefusedException.class)
        .isThrownBy(this::list)
        .withMessageContaining("profile 'test'")
        .withMessageContaining("Run it again")
        .satisfies(e -> assertThat(e.code()).contains(error));
    assertThat(waits()).hasSize(2);
  }

  @Test
  void endsWhenTheCodeHasExpiredWhateverTheServerSays() {
    server.code.put("expires_in", 60);
    server.saying("authorization_pending");
    assertThatExceptionOfType(LoginRefusedException.class)
        .isThrownBy(this::list)
        .withMessageContaining("not entered in time");
    assertThat(waits()).hasSize(11);
  }

  @Test
  void isBoundedWhereTheServerGivesNoEnd() {
    server.code.put("expires_in", Long.MAX_VALUE);
    server.saying("authorization_pending");
    assertThatExceptionOfType(LoginRefusedException.class).isThrownBy(this::list);
    assertThat(waits()).hasSize(30 * 60 / 5 - 1);
  }

  @Test
  void endsWhenInterrupted() {
    server.saying("authorization_pending");
    fixture.context.withPrompt(person);
    fixture.context.exchange().answer(server);
    try (ApiKeyAuthenticator authenticator =
        fixture.authenticator(
            time -> {
              throw new InterruptedException();
            })) {
      assertThatExceptionOfType(AuthUnavailableException.class)
          .isThrownBy(authenticator::list)
          .withMessageContaining("Interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void needsAPerson() {
    fixture.context.exchange().answer(server);
    try (ApiKeyAuthenticator authenticator = fixture.authenticator(server)) {
      assertThatExceptionOfType(CredentialMissingException.class)
          .isThrownBy(authenticator::list)
          .withMessageContaining("needs a person")
          .withMessageContaining("set login to password, with username and password");
      assertThatExceptionOfType(CredentialMissingException.class)
          .isThrownBy(() -> authenticator.credential(fixture.context.origin()))
          .withMessageContaining("Set key");
    }
    assertThat(fixture.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login.test/path",
        "user@login.test",
        "https://login.test",
        "login.test?x",
        "login test",
        "login.test:99999999",
        "..\\evil"
      })
  void believesOnlyABareHost(String domain) {
    server.info.put("auth0_domain", domain);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(this::list)
        .withMessageContaining("names a place for logins that is no host")
        .withMessageNotContaining(domain);
    assertThat(fixture.calls()).containsExactly("GET info/");
  }

  @Test
  void goesOverTlsEvenToThisMachineWhereTheServiceIsElsewhere() {
    server.info.put("auth0_domain", "127.0.0.1:8443");
    server.allowing();
    list();
    assertThat(fixture.calls()).contains("POST https://127.0.0.1:8443/oauth/device/code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth0_domain", "auth0_cli_client_id"})
  void saysThatTheServiceOffersNone(String missing) {
    server.info.put(missing, null);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(this::list)
        .withMessageContaining("offers no login by device")
        .withMessageContaining("login to password");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void saysThatThisProgramIsNotWelcome(int status) {
    server.refusingCodes(status);
    assertThatExceptionOfType(LoginRefusedException.class)
        .isThrownBy(this::list)
        .withMessageContaining("(status " + status + ")");
    assertThat(person.told()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://login.test/x", "javascript:alert(1)", "not a url", "file:///x"})
  void sendsThePersonToNoPageWithoutTls(String page) {
    server.code.put("verification_uri", page);
    assertThatExceptionOfType(AuthUnavailableException.class).isThrownBy(this::list);
    assertThat(person.told()).isEmpty();
  }

  @Test
  void showsNothingThatATerminalWouldObey() {
    server.code.put("user_code", "AB\u001b[31mCD\r\n");
    server.allowing();
    list();
    assertThat(person.told().get(0)).endsWith("AB[31mCD").doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void keepsItsSecretsOutOfEveryMessage() {
    String[] errors = {"access_denied", "expired_token", "invalid_grant", LoginServer.DEVICE_CODE};
    for (String error : errors) {
      LoginServer failing = new LoginServer(fixture.context.clock()).saying(error);
      fixture.context.withPrompt(person).exchange().answer(failing);
      try (ApiKeyAuthenticator authenticator = fixture.authenticator(failing)) {
        @Nullable AuthException e = catchThrowableOfType(AuthException.class, authenticator::list);
        assertThat(String.valueOf(e)).doesNotContain("canary").contains("Exception");
      }
    }
    assertThat(fixture.context.exchange().callsInFull().toString()).doesNotContain("canary");
  }

  @Test
  void isMadeOnceMoreWhenTheSessionHasEnded() {
    server.allowing();
    fixture.context.withPrompt(person);
    fixture.context.exchange().answer(server);
    try (ApiKeyAuthenticator authenticator = fixture.authenticator(server)) {
      authenticator.list();
      fixture
          .context
          .exchange()
          .answer(
              call ->
                  call.path().equals("api_key/")
                      ? GofigrServer.refusal(401, "token_not_valid", "Ended.")
                      : server.apply(call));
      assertThatExceptionOfType(AuthException.class).isThrownBy(authenticator::list);
    }
    assertThat(person.told()).hasSize(2);
  }

  @Test
  void isRefusedAsASettingThatNobodyKnows() {
    fixture.with("login", "carrier pigeon");
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(fixture::authenticator)
        .withMessageContaining("use password or device");
  }
}
