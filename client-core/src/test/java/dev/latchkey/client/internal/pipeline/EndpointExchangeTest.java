package dev.latchkey.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthExchange;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes out when an authenticator makes a call of its own, and where to. */
class EndpointExchangeTest {

  private static final Origin LOGIN = Origin.of(URI.create("https://login.test"));
  private static final Credential SESSION =
      Credential.of(
          new Placement.Header("Authorization", "Bearer"), Secret.token("canary-1", "test"), 1);

  private final FakeTransport transport = new FakeTransport(n -> FakeTransport.reply(200));

  private AuthExchange endpoints() {
    return new Pipeline(
            transport,
            Duration.ofMinutes(1),
            RetryPolicy.usual(),
            time -> true,
            InstantSource.fixed(Instant.EPOCH),
            Optional.empty())
        .endpoints(FakeTransport.BASE);
  }

  private Call sent(AuthCall call) {
    endpoints().send(call);
    return transport.calls.get(0);
  }

  private static String body(Call call) {
    return new String(call.body() == null ? new byte[0] : call.body(), StandardCharsets.UTF_8);
  }

  @Test
  void isJsonToTheProfilesOwnOrigin() {
    Call call = sent(AuthCall.post("token/", Map.of("name", "ä b")).withCredential(SESSION));
    assertThat(call.url()).hasToString("https://service.test/api/token/");
    assertThat(call.headers()).containsEntry("Content-Type", "application/json");
    assertThat(body(call)).isEqualTo("{\"name\":\"ä b\"}");
    assertThat(call.credential()).contains(SESSION);
  }

  @Test
  void isAFormWhereThatIsAskedFor() {
    Secret code = Secret.token("a+b&c=d", "test");
    Call call = sent(AuthCall.post("token/", Map.of("device code", code)).asForm());
    assertThat(call.headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded");
    assertThat(body(call)).isEqualTo("device+code=a%2Bb%26c%3Dd");
  }

  @Test
  void goesToAnotherOriginFromItsRootWithoutACredential() {
    Call call = sent(AuthCall.post("/oauth/token", Map.of("a", "b")).asForm().at(LOGIN));
    assertThat(call.url()).hasToString("https://login.test/oauth/token");
    assertThat(call.credential()).isEmpty();
    assertThat(call.headers()).doesNotContainKey("Authorization");
  }

  @Test
  void doesNotLeaveTheProfilesOriginUnlessItSaysSo() {
    for (String path : new String[] {"https://login.test/x", "//login.test/x"}) {
      assertThatExceptionOfType(AuthUnavailableException.class)
          .isThrownBy(() -> endpoints().send(AuthCall.of("GET", path)));
    }
    assertThat(transport.calls).isEmpty();
  }

  @Test
  void isStoppedElsewhereWithACredentialOrWithoutTls() {
    Exchange gate = new BareGateExchange(transport);
    Call elsewhere = Call.of("POST", URI.create("https://login.test/x"));
    assertThatExceptionOfType(ExchangeException.class)
        .isThrownBy(() -> gate.send(elsewhere.withCredential(SESSION)))
        .withMessageNotContaining("canary");
    assertThatExceptionOfType(ExchangeException.class)
        .isThrownBy(() -> gate.send(Call.of("POST", URI.create("http://login.test/x"))));
    assertThat(transport.calls).isEmpty();
    gate.send(Call.of("POST", URI.create("http://127.0.0.1:1/x")));
    assertThat(transport.calls).hasSize(1);
  }

  @Test
  void repeatsNoSecretThatTheServerRepeats() {
    FakeTransport echoing =
        new FakeTransport(
            n -> FakeTransport.reply(400, Map.of(), "{\"detail\":\"You sent Bearer canary-1\"}"));
    AuthReply reply =
        new Pipeline(
                echoing,
                Duration.ofMinutes(1),
                RetryPolicy.usual(),
                time -> true,
                InstantSource.fixed(Instant.EPOCH),
                Optional.empty())
            .endpoints(FakeTransport.BASE)
            .send(AuthCall.of("GET", "x").withCredential(SESSION));
    assertThat(reply.reason()).isEqualTo("You sent Bearer ****");
  }
}
