package dev.latchkey.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecCredentialTest {

  private static final Origin ORIGIN = Origin.of(URI.create("https://k8s.test:6443/"));
  private static final String QUESTION =
      "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
          + "\"spec\":{\"cluster\":{\"server\":\"https://k8s.test:6443\"},\"interactive\":false}}";

  private static Credential credential(String header, String scheme) {
    return Credential.of(new Placement.Header(header, scheme), Secret.token("t1", "test"), 1);
  }

  @Test
  void answersInTheVersionOfTheQuestion() {
    ExecCredential asked = ExecCredential.asked(Optional.of(QUESTION), ORIGIN);
    assertThat(asked.answer(credential("Authorization", "Bearer")))
        .isEqualTo(
            "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
                + "\"status\":{\"token\":\"t1\"}}");
    Credential ending =
        credential("authorization", "bearer").withExpiry(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(
            ExecCredential.asked(Optional.of(QUESTION.replace("/v1\"", "/v1beta1\"")), ORIGIN)
                .answer(ending))
        .contains("k8s.io/v1beta1", "\"expirationTimestamp\":\"2030-01-01T00:00:00Z\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"apiVersion\":\"client.authentication.k8s.io/v1\"}",
        "{\"apiVersion\":{},\"spec\":{\"cluster\":{\"server\":\"https://k8s.test:6443\"}}}",
        "{\"apiVersion\":\"v1\",\"spec\":{\"cluster\":{\"server\":\"https://k8s.test:6443\"}}}",
        "{\"apiVersion\":\"client.authentication.k8s.io/v1\","
            + "\"spec\":{\"cluster\":{\"server\":\"https://evil.test:6443\"}}}",
        "{\"apiVersion\":\"client.authentication.k8s.io/v1\","
            + "\"spec\":{\"cluster\":{\"server\":\"https://k8s.test\"}}}",
        "{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"spec\":{\"cluster\":{\"server\":1}}}"
      })
  void refusesOtherQuestionsAndOtherClusters(String question) {
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> ExecCredential.asked(Optional.of(question), ORIGIN));
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> ExecCredential.asked(Optional.empty(), ORIGIN));
  }

  @Test
  void refusesACredentialThatWouldGoElsewhere() {
    ExecCredential asked = ExecCredential.asked(Optional.of(QUESTION), ORIGIN);
    for (Credential other :
        new Credential[] {credential("Authorization", "Token"), credential("X-Key", "")}) {
      assertThatExceptionOfType(CannotRunException.class)
          .isThrownBy(() -> asked.answer(other))
          .withMessageContaining("Bearer")
          .withMessageNotContaining("t1");
    }
  }
}
