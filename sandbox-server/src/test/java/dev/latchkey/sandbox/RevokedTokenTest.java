package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A token that was revoked, and whatever was made of it. */
@OnEachDatabase
class RevokedTokenTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String USER = Gofigr.API + "user";

  private final TestClock clock = new TestClock();
  private final Sandbox sandbox;
  private final Mgnify mgnify;

  RevokedTokenTest(TestDatabase database) {
    sandbox =
        Sandbox.start(
            database.in(
                SandboxOptions.defaults()
                    .withClock(clock)
                    .withTokenLifetime(HOUR.multipliedBy(2))
                    .withRefreshWindow(HOUR)));
    mgnify = new Mgnify(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void isVerifiedButNeitherRefreshedNorUsed() {
    String token = mgnify.login(Users.WEBIN);
    sandbox.revoke(token);
    assertThat(mgnify.verify(token).status()).isEqualTo(200);
    assertThat(mgnify.refresh(token).body()).contains("blacklisted", "token_not_valid");
    assertThat(mgnify.use(token).status()).isEqualTo(401);
    assertThat(mgnify.use(mgnify.login(Users.WEBIN)).status()).isEqualTo(200);
  }

  @Test
  void staysRevokedInACopyThatOutlivesIt() {
    String token = mgnify.login(Users.WEBIN);
    clock.advance(HOUR.minusSeconds(1));
    String copy = mgnify.refresh(token).text("token");
    assertThat(mgnify.use(copy).status()).isEqualTo(200);
    sandbox.revoke(token);
    assertThat(mgnify.use(copy).status()).isEqualTo(401);

    clock.advance(HOUR.multipliedBy(2).minusSeconds(1));
    sandbox.revoke(mgnify.login(Users.WEBIN));
    assertThat(mgnify.verify(copy).status()).isEqualTo(200);
    assertThat(mgnify.use(copy).status()).isEqualTo(401);
    assertThat(mgnify.refresh(copy).status()).isEqualTo(401);
  }

  @Test
  void canBeRevokedTwiceAndByACopy() {
    String token = mgnify.login(Users.WEBIN);
    clock.advance(Duration.ofSeconds(1));
    String copy = mgnify.refresh(token).text("token");
    sandbox.revoke(copy);
    sandbox.revoke(token);
    assertThat(mgnify.use(token).status()).isEqualTo(401);
    assertThat(mgnify.use(copy).status()).isEqualTo(401);
  }

  @Test
  void mayBeEitherOfAPair() {
    Gofigr gofigr = new Gofigr(sandbox);
    Answer pair = gofigr.pair(Users.DEMO);
    SandboxClient demo = gofigr.anonymous().with("Bearer " + pair.text("access"));
    sandbox.revoke(pair.text("refresh"));
    assertThat(demo.get(USER).status()).isEqualTo(200);
    Answer renewal =
        gofigr.anonymous().post("/api/token/refresh/", json("refresh", pair.text("refresh")));
    assertThat(renewal.status()).isEqualTo(401);
    assertThat(renewal.text("code")).isEqualTo("token_not_valid");
    sandbox.revoke(pair.text("access"));
    assertThat(demo.get(USER).text("code")).isEqualTo("token_not_valid");
  }

  @Test
  void mustBeATokenOfThisSandbox() {
    assertThatIllegalArgumentException().isThrownBy(() -> sandbox.revoke("a.b.c"));
  }
}
