package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.client.internal.pipeline.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for a server that is busy. */
class PatienceTest {

  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  private final List<Duration> pauses = new ArrayList<>();
  private int asked;

  private String ask(Duration most, int failures, RuntimeException failure) {
    return new Patience(most, pauses::add)
        .until(
            () -> {
              asked++;
              if (asked <= failures) {
                throw failure;
              }
              return "answer";
            });
  }

  private static ApiStatusException status(int status, Map<String, List<String>> headers) {
    return ErrorAnswer.of(
        ApiRequest.get("x/"),
        new Reply(URI.create("https://service.test/x/"), status, headers, new byte[0]));
  }

  @Test
  void waitsAsLongAsTheServerSays() {
    ApiStatusException busy = status(429, Map.of("Retry-After", List.of("120")));
    assertThat(ask(Duration.ofMinutes(10), 3, busy)).isEqualTo("answer");
    assertThat(pauses)
        .hasSize(3)
        .allSatisfy(pause -> assertThat(pause).isBetween(TWO_MINUTES, Duration.ofSeconds(132)));
  }

  @Test
  void waitsNoLongerThanIsAllowed() {
    ApiStatusException busy = status(429, Map.of("Retry-After", List.of("120")));
    assertThat(ask(TWO_MINUTES, 1, busy)).isEqualTo("answer");
    assertThat(pauses).containsExactly(TWO_MINUTES);
  }

  @Test
  void givesUpWhenTheWaitsWouldExceedWhatIsAllowed() {
    ApiStatusException busy = status(503, Map.of("Retry-After", List.of("120")));
    assertThatExceptionOfType(ApiStatusException.ServerError.class)
        .isThrownBy(() -> ask(Duration.ofMinutes(3), 3, busy));
    assertThat(pauses).hasSize(1);
  }

  @Test
  void doesNotAskForEverWhereTheServerSaysAtOnce() {
    ApiStatusException busy = status(429, Map.of("Retry-After", List.of("0")));
    assertThatExceptionOfType(ApiStatusException.TooManyRequests.class)
        .isThrownBy(() -> ask(Duration.ofSeconds(5), Integer.MAX_VALUE, busy));
    assertThat(pauses).hasSizeBetween(4, 5);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void backsOffWhenTheServerDoesNotSay(int status) {
    assertThat(ask(Duration.ofMinutes(10), 4, status(status, Map.of()))).isEqualTo("answer");
    assertThat(pauses).hasSize(4);
    assertThat(pauses.get(3)).isGreaterThan(pauses.get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 422, 500})
  void doesNotWaitForWhatWaitingDoesNotMend(int status) {
    assertThatExceptionOfType(ApiStatusException.class)
        .isThrownBy(() -> ask(Duration.ofMinutes(10), 1, status(status, Map.of())));
    assertThat(pauses).isEmpty();
  }

  private static RequestFailedException failure(RequestFailedException.Reason reason) {
    return new RequestFailedException("x", reason, null);
  }

  @ParameterizedTest
  @EnumSource(names = {"BROKEN", "TIMED_OUT"})
  void waitsForANetworkThatHasReachedTheServer(RequestFailedException.Reason reason) {
    assertThat(ask(Duration.ofMinutes(10), 1, failure(reason))).isEqualTo("answer");
    assertThat(pauses).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_CONNECTED", "REFUSED"})
  void doesNotWaitForAServerThatWasNeverReached(RequestFailedException.Reason reason) {
    assertThatExceptionOfType(RequestFailedException.class)
        .isThrownBy(() -> ask(Duration.ofMinutes(10), 1, failure(reason)));
    assertThat(pauses).isEmpty();
  }

  @Test
  void waitsForAServerThatHasAnsweredBefore() {
    Iterator<RuntimeException> failures =
        List.<RuntimeException>of(
                status(503, Map.of()), failure(RequestFailedException.Reason.NOT_CONNECTED))
            .iterator();
    Patience patience = new Patience(Duration.ofMinutes(10), pauses::add);
    assertThat(
            patience.until(
                () -> {
                  if (failures.hasNext()) {
                    throw failures.next();
                  }
                  return "answer";
                }))
        .isEqualTo("answer");
    assertThat(pauses).hasSize(2);
  }
}
