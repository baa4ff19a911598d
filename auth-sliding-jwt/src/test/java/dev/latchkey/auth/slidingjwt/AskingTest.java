package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.NOT_VALID;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A person who is asked for a password holds nobody up, and may be overtaken. */
class AskingTest {

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();
  private final TokenStore tokens = fixture.context.tokens();
  private final TokenKey key = new TokenKey(fixture.context.baseUrl(), SlidingServer.USER);
  private final List<Boolean> othersCouldRenew = new ArrayList<>();
  private Runnable meanwhile = () -> {};

  AskingTest() {
    fixture.context.withSettings(Map.of("username", SlidingServer.USER));
    fixture.context.withPrompt(new SlowPerson());
  }

  @Test
  void leavesTheTurnToOthersWhileAPersonIsAskedForAFirstLogin() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThat(fixture.credential(authenticator)).isNotNull();
    }
    assertThat(othersCouldRenew).containsExactly(true);
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @Test
  void leavesTheTurnToOthersWhileAPersonIsAskedForAReplacement() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential rejected = fixture.credential(authenticator);
      fixture.pass(Duration.ofMinutes(1));
      fixture.answerRenewals(SlidingFixture.REFUSAL);
      assertThat(authenticator.rejected(rejected, NOT_VALID)).isEqualTo(Verdict.RETRY_WITH_NEW);
      assertThat(fixture.credential(authenticator)).isNotSameAs(rejected);
    }
    assertThat(othersCouldRenew).containsExactly(true, true);
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH, OBTAIN);
  }

  @Test
  void takesATokenThatSomebodyBringsWhileAPersonIsAsked() {
    String theirs = fixture.server.newToken();
    meanwhile = () -> tokens.save(new StoredToken(key, Secret.token(theirs, "test")));
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThat(fixture.credential(authenticator).secret().reveal()).isEqualTo(theirs);
    }
    assertThat(fixture.calls()).isEmpty();
  }

  private final class SlowPerson implements Prompt {

    @Override
    public boolean isAvailable() {
      return true;
    }

    @Override
    public String ask(String question) {
      throw new AssertionError("The user is known.");
    }

    @Override
    public Secret askPassword(String question) {
      try (TokenStore.Lease turn = tokens.lease(key, Duration.ZERO)) {
        othersCouldRenew.add(turn.isHeld());
      }
      meanwhile.run();
      return Secret.password(SlidingServer.PASSWORD, "test prompt");
    }
  }
}
