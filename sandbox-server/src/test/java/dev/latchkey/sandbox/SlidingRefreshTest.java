package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlidingRefreshTest {
  private final TestClock clock = new TestClock();
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
  private final Mgnify mgnify = new Mgnify(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void issuesTheClaimsOfMgnify() {
    JsonObject claims = Claims.of(mgnify.login(Users.WEBIN));
    long now = TestClock.START.getEpochSecond();

    assertThat(claims.keySet())
        .containsExactly("token_type", "exp", "iat", "jti", "refresh_exp", "username");
    assertThat(claims.get("token_type").getAsString()).isEqualTo("sliding");
    assertThat(claims.get("iat").getAsString()).isEqualTo(Long.toString(now));
    assertThat(claims.get("exp").getAsString()).isEqualTo(Long.toString(now + 86_400));
    assertThat(claims.get("refresh_exp").getAsString()).isEqualTo(Long.toString(now + 86_400));
    assertThat(claims.get("jti").getAsString()).matches("[0-9a-f]{32}");
    assertThat(claims.get("username").getAsString()).isEqualTo("Webin-12345");
  }

  @Test
  void movesOnlyTheEndAndTheDateOfIssue() {
    String old = mgnify.login(Users.WEBIN);
    clock.advance(Duration.ofSeconds(10));
    JsonObject before = Claims.of(old);
    JsonObject after = Claims.of(mgnify.refresh(old).text("token"));

    assertThat(after.get("exp").getAsLong()).isEqualTo(before.get("exp").getAsLong() + 10);
    assertThat(after.get("iat").getAsLong()).isEqualTo(before.get("iat").getAsLong() + 10);
    for (String kept : new String[] {"token_type", "jti", "refresh_exp", "username"}) {
      assertThat(after.get(kept)).as(kept).isEqualTo(before.get(kept));
    }
  }

  @Test
  void returnsTheIdenticalTokenInTheSecondOfTheLogin() {
    String token = mgnify.login(Users.WEBIN);
    clock.advance(Duration.ofMillis(900));
    assertThat(mgnify.refresh(token).text("token")).isEqualTo(token);
  }

  @Test
  void leavesTheOldTokenValid() {
    String old = mgnify.login(Users.WEBIN);
    clock.advance(Duration.ofSeconds(10));
    mgnify.refresh(old);
    assertThat(mgnify.use(old).status()).isEqualTo(200);
  }

  @Test
  void stripsABrokersPrefixFromTheName() {
    String token = mgnify.obtain("mg-Webin-12345", Users.WEBIN.password()).text("token");
    assertThat(Claims.of(token).get("username").getAsString()).isEqualTo("Webin-12345");
  }

  @Test
  void doesNotTellAMissingUserFromAWrongPassword() {
    assertThat(mgnify.obtain("Webin-12345", "wrong").body())
        .isEqualTo(mgnify.obtain("Webin-99999", "wrong").body())
        .isEqualTo("{\"detail\":\"Invalid credentials\"}");
  }
}
