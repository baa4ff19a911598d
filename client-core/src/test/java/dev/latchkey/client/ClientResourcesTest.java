package dev.latchkey.client;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.client.internal.hc5.TransportLimits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of background work when a client is closed. */
@Timeout(30)
class ClientResourcesTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final List<String> ends = new CopyOnWriteArrayList<>();
  private boolean mayBeCutOff;

  private ClientResources resources(Duration renewalTime) {
    TransportLimits limits = new TransportLimits(LONG, renewalTime, 1, "test");
    return new ClientResources(limits, event -> answer(), "test", SHORT);
  }

  private void answer() {
    ends.add("told");
    if (!mayBeCutOff) {
      mayEnd.countDown();
    }
  }

  private void begin(ExecutorService threads) throws InterruptedException {
    threads.execute(
        () -> {
          begun.countDown();
          try {
            mayEnd.await();
            ends.add("ended");
          } catch (InterruptedException e) {
            ends.add("cut off");
          }
        });
    begun.await();
  }

  @Test
  void waitsForARenewalThatTheServerIsSlowToAnswerAndSaysSo() throws InterruptedException {
    ClientResources resources = resources(LONG);
    begin(resources.renewals());
    resources.close();
    assertThat(resources.renewals().isTerminated()).isTrue();
    assertThat(ends).containsExactly("told", "ended");
  }

  @Test
  void cutsOffARenewalThatTheServerDoesNotAnswer() throws InterruptedException {
    mayBeCutOff = true;
    ClientResources resources = resources(SHORT);
    begin(resources.renewals());
    resources.close();
    assertThat(resources.renewals().awaitTermination(10, SECONDS)).isTrue();
    assertThat(ends).containsExactly("told", "cut off");
  }

  @Test
  void cutsOffOtherWorkAfterAMoment() throws InterruptedException {
    ClientResources resources = resources(LONG);
    begin(resources.threads());
    resources.close();
    assertThat(resources.threads().awaitTermination(10, SECONDS)).isTrue();
    assertThat(ends).containsExactly("cut off");
  }
}
