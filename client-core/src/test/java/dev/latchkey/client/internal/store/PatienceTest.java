package dev.latchkey.client.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting that ends, and that leaves the processor to the one that is waited for. */
@Timeout(30)
class PatienceTest {

  @AfterEach
  @SuppressWarnings("Interruption") // nothing may follow from this test
  void clear() {
    Thread.interrupted();
  }

  @Test
  void waitsInStepsUntilTheTimeIsUp() {
    long start = System.nanoTime();
    Patience patience = new Patience(Duration.ofMillis(300));
    int steps = 0;
    while (patience.pause()) {
      steps++;
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    assertThat(steps).isBetween(3, 60);
  }

  @Test
  void hasNoneForNoTime() {
    assertThat(new Patience(Duration.ZERO).pause()).isFalse();
  }

  @Test
  void endsForAnInterruptedThreadWhichStaysSo() {
    Patience patience = new Patience(Duration.ofMinutes(1));
    Thread.currentThread().interrupt();
    assertThat(patience.pause()).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }
}
