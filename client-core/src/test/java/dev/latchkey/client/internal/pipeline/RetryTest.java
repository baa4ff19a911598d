package dev.latchkey.client.internal.pipeline;

import static dev.latchkey.client.internal.pipeline.FakeTransport.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.client.internal.pipeline.ExchangeException.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a call is sent again. */
class RetryTest {

  private static IntFunction<Reply> failing(Kind kind, int times) {
    return attempt -> {
      if (attempt <= times) {
        throw new ExchangeException(kind, "scripted", null);
      }
      return reply(200);
    };
  }

  private static Reply busy(int status, String retryAfter) {
    return reply(status, Map.of("Retry-After", retryAfter), "");
  }

  @ParameterizedTest
  @CsvSource({
    "7,7",
    "0,0",
    "'Thu, 01 Jan 2026 00:00:09 GMT',9",
    "'Wed, 31 Dec 2025 00:00:00 GMT',0"
  })
  void waitsAsLongAsABusyServerAsks(String retryAfter, int seconds) {
    for (int status : new int[] {429, 503}) {
      FakeTransport transport =
          new FakeTransport(n -> n == 1 ? busy(status, retryAfter) : reply(200));
      assertThat(transport.receive("POST").status()).isEqualTo(200);
      Duration asked = Duration.ofSeconds(seconds);
      assertThat(transport.pauses)
          .singleElement()
          .satisfies(p -> assertThat(p).isBetween(asked, asked.plus(asked.dividedBy(10))));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1", "soon", "''"})
  void waitsAWhileWhenTheServerAsksForNonsense(String retryAfter) {
    FakeTransport transport = new FakeTransport(n -> n == 1 ? busy(429, retryAfter) : reply(200));
    assertThat(transport.receive("GET").status()).isEqualTo(200);
    assertThat(transport.pauses)
        .singleElement()
        .satisfies(p -> assertThat(p).isBetween(Duration.ofMillis(250), Duration.ofMillis(500)));
  }

  @Test
  void spreadsTheClientsOfABusyServer() {
    RetryPolicy even = policy(0);
    RetryPolicy odd = policy(0.5);
    Duration asked = Duration.ofSeconds(20);
    assertThat(even.noLessThan(asked)).isEqualTo(asked);
    assertThat(odd.noLessThan(asked)).isEqualTo(Duration.ofSeconds(21));
    assertThat(odd.noLessThan(Duration.ofSeconds(1L << 60))).isGreaterThan(asked);
    assertThat(even.backoff(2)).isLessThan(odd.backoff(2));
  }

  private static RetryPolicy policy(double random) {
    return new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(30), () -> random);
  }

  @ParameterizedTest
  @CsvSource({"31", "1000000000", "999999999999999999"})
  void handsBackTheAnswerWhenTheWaitWouldBeTooLong(String retryAfter) {
    FakeTransport transport = new FakeTransport(n -> busy(429, retryAfter));
    assertThat(transport.receive("GET").status()).isEqualTo(429);
    assertThat(transport.calls).hasSize(1);
  }

  @Test
  void givesUpAfterThreeAttempts() {
    FakeTransport transport = new FakeTransport(n -> reply(503));
    assertThat(transport.receive("GET").status()).isEqualTo(503);
    assertThat(transport.calls).hasSize(3);
  }

  @Test
  void repeatsAnyMethodThatWasNeverSent() {
    FakeTransport transport = new FakeTransport(failing(Kind.NOT_CONNECTED, 2));
    assertThat(transport.receive("POST").status()).isEqualTo(200);
    assertThat(transport.calls).hasSize(3);
  }

  @Test
  void repeatsOnlyIdempotentMethodsAfterABrokenConnection() {
    FakeTransport get = new FakeTransport(failing(Kind.BROKEN, 1));
    assertThat(get.receive("GET").status()).isEqualTo(200);
    FakeTransport post = new FakeTransport(failing(Kind.BROKEN, 1));
    assertThatExceptionOfType(ExchangeException.class).isThrownBy(() -> post.receive("POST"));
    assertThat(post.calls).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"TIMED_OUT", "REFUSED"})
  void repeatsNothingThatTimedOutOrWasRefused(Kind kind) {
    FakeTransport transport = new FakeTransport(failing(kind, 1));
    assertThatExceptionOfType(ExchangeException.class).isThrownBy(() -> transport.receive("GET"));
    assertThat(transport.calls).hasSize(1);
  }

  @Test
  void neverWaitsPastTheDeadline() {
    FakeTransport transport =
        new FakeTransport(n -> busy(429, "20")).withTimeout(Duration.ofSeconds(5));
    assertThat(transport.receive("GET").status()).isEqualTo(429);
    assertThat(transport.pauses).isEmpty();
  }
}
