package dev.latchkey.it.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.sandbox.RefreshMode;
import dev.latchkey.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What leaders leave to those after them who are killed at any step of a renewal or a login. */
@Timeout(value = 3, unit = TimeUnit.HOURS)
class KilledLeaderTest {

  /** For a long run: {@code -Dlatchkey.leader.kills=1000}. */
  private static final int KILLS = Integer.getInteger("latchkey.leader.kills", 10);

  private static final int THREADS = 2;

  /** A token is renewed after its expiry for a week, and after that there is a login. */
  private static final SandboxOptions OPTIONS =
      SandboxOptions.defaults()
          .withRefreshWindow(Duration.ofDays(7))
          .withRefreshMode(RefreshMode.DOCUMENTED);

  @Test
  void leavesATokenToTheNextOneForOneMoreRequest(@TempDir Path temporary) throws IOException {
    KillReport report = new KillReport();
    try (FleetGround ground =
            new FleetGround(temporary, new SandboxFleetService(OPTIONS), 0, THREADS);
        Succession succession = new Succession(ground)) {
      List<KillStep> steps = List.of(KillStep.values());
      for (int i = 0; i < KILLS; i++) {
        succession.kill(steps.get(i % steps.size()), report);
      }
      assertThat(succession.leftovers()).isEmpty();
    }
    System.out.print(report);
  }
}
