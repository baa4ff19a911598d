package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an answer is read, whatever its body is. */
class AuthReplyTest {

  @ParameterizedTest
  @CsvSource({"199, false", "200, true", "204, true", "299, true", "300, false", "401, false"})
  void isASuccessFrom200To299(int status, boolean success) {
    assertThat(AuthReply.of(status, null).isSuccess()).isEqualTo(success);
  }

  @Test
  void readsTextFieldsAlone() {
    AuthReply reply = AuthReply.of(200, Map.of("token", "abc", "n", 1, "list", List.of("x")));
    assertThat(reply.text("token")).contains("abc");
    assertThat(reply.text("n")).isEmpty();
    assertThat(reply.text("list")).isEmpty();
    assertThat(reply.text("absent")).isEmpty();
  }

  @Test
  void isAnObjectOrAListOrNeither() {
    assertThat(AuthReply.of(200, Map.of("a", 1)).object()).isPresent();
    assertThat(AuthReply.of(200, Map.of("a", 1)).list()).isEmpty();
    assertThat(AuthReply.of(200, List.of(1)).list()).isPresent();
    assertThat(AuthReply.of(200, List.of(1)).object()).isEmpty();
    for (Object scalar : new Object[] {"text", 1, true}) {
      assertThat(AuthReply.of(200, scalar).object()).isEmpty();
      assertThat(AuthReply.of(200, scalar).list()).isEmpty();
      assertThat(AuthReply.of(200, scalar).text("a")).isEmpty();
    }
  }

  @Test
  void readsNothingFromNoBody() {
    AuthReply reply = AuthReply.of(204, null);
    assertThat(reply.text("token")).isEmpty();
    assertThat(reply.object()).isEmpty();
    assertThat(reply.list()).isEmpty();
  }

  @Test
  void tellsTimesOnlyInACopyThatIsToldThem() {
    Instant date = Instant.parse("2026-01-02T03:04:05Z");
    AuthReply bare = AuthReply.of(429, Map.of("detail", "slow down"));
    AuthReply timed = bare.withTimes(Optional.of(Duration.ofSeconds(9)), Optional.of(date));
    assertThat(bare.retryAfter()).isEmpty();
    assertThat(bare.date()).isEmpty();
    assertThat(timed.retryAfter()).contains(Duration.ofSeconds(9));
    assertThat(timed.date()).contains(date);
    assertThat(timed.text("detail")).contains("slow down");
    assertThat(timed.status()).isEqualTo(429);
  }

  @Test
  void leavesOutTheSecretsOfItsCallEvenWhereItsWordsAreCut() {
    Credential session =
        Credential.of(
            new Placement.Header("Authorization", "Bearer"),
            Secret.token("canary-session-token", "test"),
            1);
    AuthCall call =
        AuthCall.post("x", Map.of("refresh", Secret.token("canary-refresh", "test"), "name", "n"))
            .withCredential(session);
    AuthReply echoing =
        AuthReply.of(400, Map.of("detail", "é".repeat(290) + "canary-\u001bsession-token"));
    assertThat(echoing.to(call).reason()).isEqualTo("é".repeat(290) + "****");
    assertThat(AuthReply.of(400, Map.of("detail", "n canary-refresh")).to(call).reason())
        .isEqualTo("n ****");
    assertThat(AuthReply.of(400, null).to(call).reason()).isEmpty();
  }
}
