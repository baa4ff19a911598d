package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What verify, refresh and use say at each moment of a sliding token's life. */
class TokenStatesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestClock clock = new TestClock();
  private final SandboxOptions shortLived =
      SandboxOptions.defaults()
          .withClock(clock)
          .withTokenLifetime(HOUR)
          .withRefreshWindow(HOUR.multipliedBy(2));
  private final SandboxOptions shortWindow =
      shortLived.withTokenLifetime(HOUR.multipliedBy(2)).withRefreshWindow(HOUR);
  private Sandbox sandbox = Sandbox.start(shortLived);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void acceptsAFreshTokenEverywhere() {
    assertStates(login(), 200, 200, 200);
  }

  @Test
  void acceptsATokenUntilTheLastMomentBeforeItsEnd() {
    String token = login();
    clock.set(end(token, "exp").minusNanos(1));
    assertStates(token, 200, 200, 200);
  }

  @Test
  void refusesATokenAtTheVeryMomentOfItsEnd() {
    String token = login();
    clock.set(end(token, "exp"));
    assertStates(token, 401, 401, 401);
  }

  @Test
  void refusesToRefreshAnExpiredTokenThatIsStillRefreshable() {
    String token = login();
    clock.advance(HOUR.plusSeconds(1));
    assertStates(token, 401, 401, 401);
  }

  @Test
  void refusesATokenPastBothEnds() {
    String token = login();
    clock.advance(HOUR.multipliedBy(3));
    assertStates(token, 401, 401, 401);
  }

  @Test
  void letsATokenBeUsedThatCanNoLongerBeRefreshed() {
    restart(shortWindow);
    String token = login();
    clock.advance(HOUR.plusSeconds(1));
    assertStates(token, 200, 401, 200);
  }

  @Test
  void refusesATokenFromTheFuture() {
    String token = login();
    clock.advance(Duration.ofSeconds(-1));
    assertStates(token, 401, 401, 401);
  }

  @Test
  void refreshesAnExpiredTokenInDocumentedMode() {
    restart(shortLived.withRefreshMode(RefreshMode.DOCUMENTED));
    String token = login();
    clock.advance(HOUR.plusSeconds(1));
    assertStates(token, 401, 200, 401);
  }

  @Test
  void yieldsAUsableTokenWhenItRefreshesInDocumentedMode() {
    restart(shortLived.withRefreshMode(RefreshMode.DOCUMENTED));
    String token = login();
    clock.advance(HOUR.plusSeconds(1));
    String renewed = mgnify().refresh(token).text("token");
    assertStates(renewed, 200, 200, 200);
  }

  @Test
  void refusesToRefreshPastTheWindowInDocumentedMode() {
    restart(shortLived.withRefreshMode(RefreshMode.DOCUMENTED));
    String token = login();
    clock.set(end(token, "refresh_exp"));
    assertStates(token, 401, 401, 401);
  }

  private void restart(SandboxOptions options) {
    sandbox.close();
    sandbox = Sandbox.start(options);
  }

  private Mgnify mgnify() {
    return new Mgnify(sandbox);
  }

  private String login() {
    return mgnify().login(Users.WEBIN);
  }

  private static Instant end(String token, String claim) {
    return Instant.ofEpochSecond(Claims.seconds(token, claim));
  }

  private void assertStates(String token, int verify, int refresh, int use) {
    assertThat(mgnify().verify(token).status()).as("verify").isEqualTo(verify);
    assertThat(mgnify().refresh(token).status()).as("refresh").isEqualTo(refresh);
    assertThat(mgnify().use(token).status()).as("use").isEqualTo(use);
  }
}
