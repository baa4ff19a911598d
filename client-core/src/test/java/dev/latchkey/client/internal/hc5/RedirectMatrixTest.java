package dev.latchkey.client.internal.hc5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import dev.latchkey.client.ScriptedServer;
import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import dev.latchkey.client.internal.pipeline.FakeAuthenticator;
import dev.latchkey.client.internal.pipeline.Pause;
import dev.latchkey.client.internal.pipeline.Pipeline;
import dev.latchkey.client.internal.pipeline.Reply;
import dev.latchkey.client.internal.pipeline.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real sockets: where a credential goes when a server redirects, however it travels. */
class RedirectMatrixTest {

  private static final Placement BEARER = new Placement.Header("Authorization", "Bearer");
  private static final List<Placement> PLACEMENTS =
      List.of(BEARER, new Placement.Header("X-Api-Key", ""), new Placement.Query("api_key"));

  private volatile String location = "/api/end";
  private volatile int status = 302;

  private final ScriptedServer elsewhere =
      ScriptedServer.answering(request -> ScriptedServer.json(200, "{}"));
  private final ScriptedServer home =
      ScriptedServer.answering(
          request ->
              request.target().startsWith("/api/start")
                  ? ScriptedServer.answer(status, "Location: " + location + "\r\n", "")
                  : ScriptedServer.json(200, "{\"end\":true}"));
  private final HttpTransport transport =
      new HttpTransport(
          new TransportLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20, "test"));
  private final Pipeline pipeline =
      new Pipeline(
          transport,
          Duration.ofSeconds(20),
          RetryPolicy.usual(),
          Pause.sleeping(),
          InstantSource.system(),
          Optional.empty());

  @AfterEach
  void stop() {
    home.close();
    elsewhere.close();
    transport.close();
  }

  private Reply send(Placement placement, Call call) {
    return pipeline
        .authenticated(Origin.of(home.url()), new FakeAuthenticator(placement).bounded())
        .send(call);
  }

  private Call start(String method) {
    return Call.of(method, home.url().resolve("start"));
  }

  static Stream<Arguments> cells() {
    return Stream.of(301, 302, 303, 307, 308)
        .flatMap(s -> PLACEMENTS.stream().map(placement -> Arguments.of(s, placement)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void carriesTheCredentialToTheSameOrigin(int redirect, Placement placement) {
    status = redirect;
    assertThat(send(placement, start("GET")).text()).contains("end");
    assertThat(home.received())
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.toString()).contains(FakeAuthenticator.CANARY));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void sendsNothingToAnyOtherOrigin(int redirect, Placement placement) {
    status = redirect;
    int own = home.url().getPort();
    int other = elsewhere.url().getPort();
    for (String target :
        List.of(
            "http://127.0.0.1:" + other + "/",
            "http://localhost:" + own + "/api/end",
            "//127.0.0.1:" + other + "/",
            "https://127.0.0.1:" + own + "/api/end",
            "http://user:pass@127.0.0.1:" + own + "/api/end",
            "http://127.0.0.1:" + own + "@127.0.0.1:" + other + "/",
            "http://[::ffff:127.0.0.1]:" + other + "/",
            "http://127.0.0.1.evil.test:" + own + "/",
            "http://%31%32%37.0.0.1/",
            "ftp://127.0.0.1/",
            "mailto:a@b.test")) {
      location = target;
      assertThatExceptionOfType(ExchangeException.class)
          .as(target)
          .isThrownBy(() -> send(placement, start("GET")))
          .withMessageNotContaining(FakeAuthenticator.CANARY)
          .satisfies(e -> assertThat(e.kind()).isEqualTo(ExchangeException.Kind.REFUSED));
    }
    assertThat(elsewhere.received()).isEmpty();
    assertThat(home.received()).allMatch(r -> r.target().startsWith("/api/start"));
  }

  @Test
  void staysAtThePathWhereOnlyTheQueryChanges() {
    location = "?again=1";
    assertThatExceptionOfType(ExchangeException.class)
        .isThrownBy(() -> send(BEARER, start("GET")))
        .withMessageContaining("5 redirects");
    assertThat(home.received().get(1).target()).isEqualTo("/api/start?again=1");
    location = "";
    assertThatExceptionOfType(ExchangeException.class).isThrownBy(() -> send(BEARER, start("GET")));
    assertThat(home.received().get(7).target()).isEqualTo("/api/start");
  }

  @Test
  void givesUpOnALoop() {
    location = "/api/start";
    assertThatExceptionOfType(ExchangeException.class)
        .isThrownBy(() -> send(BEARER, start("GET")))
        .withMessageContaining("5 redirects");
    assertThat(home.received()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void keepsMethodAndBodyOnlyWhereTheStatusSaysSo(int redirect) {
    status = redirect;
    send(BEARER, start("POST").withBody("xy".getBytes(StandardCharsets.UTF_8), "text/plain"));
    boolean kept = redirect >= 307;
    assertThat(home.received().get(1).method()).isEqualTo(kept ? "POST" : "GET");
    assertThat(home.received().get(1).body()).isEqualTo(kept ? "xy" : "");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void neverPostsAPasswordAgain(int redirect) {
    status = redirect;
    location = elsewhere.url().toString();
    AuthCall login = AuthCall.post("start", Map.of("password", "canary"));
    assertThat(pipeline.endpoints(home.url()).send(login).status()).isEqualTo(redirect);
    assertThat(elsewhere.received()).isEmpty();
    assertThat(home.received()).hasSize(1);
  }
}
