package dev.latchkey.auth.apikey;

import static dev.latchkey.auth.apikey.ApiKeyFixture.LIST;
import static dev.latchkey.auth.apikey.ApiKeyFixture.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the server's list becomes keys. */
class ListingKeysTest {

  private final ApiKeyFixture fixture = new ApiKeyFixture();

  private List<ApiKey> list() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      return authenticator.list();
    }
  }

  @Test
  void isEmptyWithoutKeys() {
    assertThat(list()).isEmpty();
    assertThat(fixture.calls()).containsExactly(LOGIN, LIST);
  }

  @Test
  void mapsEveryFieldAndNoSecret() {
    fixture.answering(
        AuthReply.of(
            200,
            List.of(
                Map.of(
                    "api_id", "id-1",
                    "name", "ci 🔑",
                    "token", "canary-key",
                    "created", "2026-11-21T19:41:27.266381+00:00",
                    "last_used", "2026-11-22T00:00:00Z",
                    "expiry", "2030-01-02T03:04:05.000678+00:00",
                    "workspace", "5caa8dc1"))));
    assertThat(list())
        .containsExactly(
            new ApiKey(
                "id-1",
                "ci 🔑",
                Optional.of(Instant.parse("2026-11-21T19:41:27.266381Z")),
                Optional.of(Instant.parse("2026-11-22T00:00:00Z")),
                Optional.of(Instant.parse("2030-01-02T03:04:05.000678Z")),
                Optional.of("5caa8dc1")))
        .allSatisfy(key -> assertThat(key.toString()).doesNotContain("canary"));
  }

  @ParameterizedTest
  @CsvSource({
    "2030-01-02T03:04:05.000678+00:00, 2030-01-02T03:04:05.000678Z",
    "2030-01-02 03:04:05+00:00, 2030-01-02T03:04:05Z",
    "2030-01-02T05:04:05+02:00, 2030-01-02T03:04:05Z",
    "2030-01-02T03:04:05Z, 2030-01-02T03:04:05Z",
    "2030-01-02T03:04:05, 2030-01-02T03:04:05Z",
    "2030-01-02 03:04:05.5, 2030-01-02T03:04:05.500Z"
  })
  void readsTimesWithAnOffsetOrInUtc(String sent, Instant expected) {
    fixture.answering(AuthReply.of(200, List.of(Map.of("api_id", "id-1", "expiry", sent))));
    assertThat(list().get(0).expiry()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2030-01-02", "2030-13-01T00:00:00Z", "1893553445"})
  void takesAnOddTimeForNotTold(String sent) {
    fixture.answering(AuthReply.of(200, List.of(Map.of("api_id", "id-1", "created", sent))));
    assertThat(list().get(0).created()).isEmpty();
  }

  @Test
  void passesOverWhatIsNoKey() {
    fixture.answering(
        AuthReply.of(200, Arrays.asList("text", 1, null, Map.of("api_id", 7, "name", "odd"))));
    assertThat(list()).extracting(ApiKey::name).containsExactly("odd");
  }

  @Test
  void takesAnAnswerThatIsNoListForAFailureOfTheServer() {
    fixture.answering(AuthReply.of(200, Map.of("results", List.of())));
    assertThatExceptionOfType(AuthUnavailableException.class)
        .isThrownBy(this::list)
        .withMessageContaining("list the API keys")
        .withMessageContaining("status 200")
        .satisfies(e -> assertThat(e.status()).hasValue(200));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 500})
  void failsWithTheStatusOfTheServer(int status) {
    fixture.answering(AuthReply.of(status, Map.of("detail", "No.")));
    assertThatExceptionOfType(ApiKeyException.class)
        .isThrownBy(this::list)
        .withMessageStartingWith(
            "Could not list the API keys: the server says: No. (status " + status + ").")
        .satisfies(e -> assertThat(e.status()).isEqualTo(status));
  }
}
