package dev.latchkey.client.internal.pipeline;

import static dev.latchkey.client.internal.pipeline.FakeTransport.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Verdict;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** What a 401 sets off. */
class AuthenticationTest {

  private static final Reply REFUSED =
      reply(401, Map.of("WWW-Authenticate", "Bearer"), "{\"code\":\"token_not_valid\"}");

  private final FakeTransport refusing = new FakeTransport(n -> REFUSED);

  private static FakeAuthenticator answering(Verdict... verdicts) {
    return new FakeAuthenticator(new Placement.Header("Authorization", "Bearer"), verdicts);
  }

  private static Reply send(FakeTransport transport, FakeAuthenticator authenticator) {
    return transport.pipeline(authenticator).send(Call.of("POST", FakeTransport.BASE));
  }

  private String credentialOf(int call) {
    return refusing.calls.get(call).credential().orElseThrow().reveal();
  }

  @Test
  void repeatsARequestOnceWithANewCredential() {
    FakeAuthenticator insisting = answering(Verdict.RETRY_WITH_NEW, Verdict.RETRY_WITH_NEW);
    assertThat(send(refusing, insisting).status()).isEqualTo(401);
    assertThat(refusing.calls).hasSize(2);
    assertThat(credentialOf(0)).isEqualTo("Bearer canary-1");
    assertThat(credentialOf(1)).isEqualTo("Bearer canary-2");
  }

  @Test
  void repeatsARequestOnceAsItWasAndOnceWithANewCredential() {
    send(
        refusing,
        answering(
            Verdict.RETRY_SAME, Verdict.RETRY_WITH_NEW, Verdict.RETRY_SAME, Verdict.RETRY_SAME));
    assertThat(refusing.calls).hasSize(3);
    assertThat(refusing.pauses).containsExactly(Duration.ofSeconds(3));
    assertThat(credentialOf(1)).isEqualTo("Bearer canary-1");
    assertThat(credentialOf(2)).isEqualTo("Bearer canary-2");
  }

  @Test
  void repeatsARequestAsItWasAtOnceWhereThereIsNoTimeForAPause() {
    FakeTransport brief = refusing.withTimeout(Duration.ofSeconds(2));
    send(brief, answering(Verdict.RETRY_SAME));
    assertThat(brief.calls).hasSize(2);
    assertThat(brief.pauses).isEmpty();
  }

  @Test
  void renewsButDoesNotRepeatARequestWhoseBodyIsGone() {
    FakeAuthenticator authenticator = answering(Verdict.RETRY_WITH_NEW);
    Call call =
        Call.of("POST", FakeTransport.BASE)
            .withUpload(new Call.Upload(InputStream.nullInputStream(), -1), "");
    assertThat(refusing.pipeline(authenticator).send(call).status()).isEqualTo(401);
    assertThat(refusing.calls).hasSize(1);
    assertThat(authenticator.rejections).hasSize(1);
  }

  @Test
  void handsBackAFinalRefusal() {
    send(refusing, answering(Verdict.FINAL));
    assertThat(refusing.calls).hasSize(1);
  }

  @Test
  void tellsTheAuthenticatorWhatTheServerSaid() {
    FakeAuthenticator authenticator = answering();
    send(refusing, authenticator);
    assertThat(authenticator.rejections)
        .containsExactly(new Rejection(401, Optional.of("Bearer"), Optional.of("token_not_valid")));
  }

  @Test
  void asksTheAuthenticatorAboutNothingButA401() {
    for (int status : new int[] {400, 403, 404, 500}) {
      FakeAuthenticator authenticator = answering(Verdict.RETRY_WITH_NEW);
      assertThat(send(new FakeTransport(n -> reply(status)), authenticator).status())
          .isEqualTo(status);
      assertThat(authenticator.rejections).isEmpty();
    }
  }

  @Test
  void endsInTimeAlthoughNobodySaysWhatToDoAboutARefusal() {
    SlowAuthenticator slow = new SlowAuthenticator();
    slow.login.complete(answering().credential(Origin.of(FakeTransport.BASE)));
    FakeTransport brief = refusing.withTimeout(Duration.ofMillis(20));
    Exchange way =
        brief.pipeline(
            new BoundedAuthenticator(slow, ForkJoinPool.commonPool(), () -> 0, Waiting.sleeping()));
    assertThatExceptionOfType(ExchangeException.class)
        .isThrownBy(() -> way.send(Call.of("GET", FakeTransport.BASE)))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(ExchangeException.Kind.TIMED_OUT));
    assertThat(brief.calls).hasSize(1);
    slow.verdict.complete(Verdict.FINAL);
  }

  @Test
  void leavesTheCredentialOffAnAnonymousRequest() {
    refusing
        .pipeline(answering(Verdict.RETRY_WITH_NEW))
        .send(Call.of("GET", FakeTransport.BASE).anonymously());
    assertThat(refusing.calls)
        .singleElement()
        .satisfies(call -> assertThat(call.credential()).isEmpty());
  }
}
