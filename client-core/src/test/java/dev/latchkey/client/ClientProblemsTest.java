package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.client.Diagnosis.Client;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientProblemsTest {

  private static List<String> problems(
      AuthStatus.State state, Optional<String> identity, Optional<Duration> ahead) {
    AuthStatus status =
        new AuthStatus(
            state, identity, "not logged in", Optional.empty(), Optional.empty(), Optional.empty());
    URI url = URI.create("https://lab.test/");
    return ClientProblems.of(
        new Client("lab", url, "sliding-jwt", status, ahead),
        List.of("LAB_KEY", "LAB_USER and LAB_PASSWORD"));
  }

  @Test
  void tellsWhatToSetWhereThereIsNoCredential() {
    assertThat(problems(AuthStatus.State.ABSENT, Optional.empty(), Optional.empty()))
        .singleElement()
        .asString()
        .contains(
            "no credential for profile 'lab' (not logged in)",
            "or set LAB_KEY, or LAB_USER and LAB_PASSWORD.");
  }

  @Test
  void leavesAloneWhoWillLogInAtFirstUse() {
    assertThat(problems(AuthStatus.State.ABSENT, Optional.of("me"), Optional.empty())).isEmpty();
    assertThat(problems(AuthStatus.State.EXPIRED, Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void tellsOfAClockThatIsMoreThanAMinuteWrong() {
    for (Duration ahead : List.of(Duration.ZERO, Duration.ofSeconds(-60), Duration.ofSeconds(60))) {
      assertThat(problems(AuthStatus.State.FRESH, Optional.empty(), Optional.of(ahead))).isEmpty();
    }
    assertThat(
            problems(
                AuthStatus.State.FRESH, Optional.empty(), Optional.of(Duration.ofSeconds(-90))))
        .singleElement()
        .asString()
        .contains("90 seconds behind");
  }
}
