package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.NOT_VALID;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthStatus.State;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A logout forgets the token that is kept by then, and nobody's renewal brings one back. */
@Timeout(30)
class ForgettingTest {

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();
  private final TokenStore tokens = fixture.context.tokens();
  private final TokenKey key = new TokenKey(fixture.context.baseUrl(), SlidingServer.USER);

  @Test
  void forgetsWhatAnotherProcessHasRenewedMeanwhile() {
    try (SlidingJwtAuthenticator one = fixture.authenticator();
        SlidingJwtAuthenticator other = fixture.authenticator()) {
      fixture.credential(one);
      fixture.pass(Duration.ofMinutes(1));
      other.refresh();
      assertThat(one.logout()).isTrue();
      assertThat(one.status().state()).isEqualTo(State.ABSENT);
    }
    assertThat(tokens.load(key)).isEmpty();
  }

  @Test
  void forgetsATokenThatCannotBeRead() {
    String endless = SlidingServer.jwt("{\"exp\":\"never\"}");
    tokens.save(new StoredToken(key, Secret.token(endless, "test")));
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThat(authenticator.logout()).isTrue();
    }
    assertThat(tokens.load(key)).isEmpty();
  }

  @Test
  void forgetsWhatSomebodyBringsWhoIsRenewing() throws Exception {
    CompletableFuture<Boolean> forgotten = new CompletableFuture<>();
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
      Thread leaving = new Thread(() -> forgotten.complete(authenticator.logout()));
      try (TokenStore.Lease theirs = tokens.lease(key, Duration.ZERO)) {
        assertThat(theirs.isHeld()).isTrue();
        leaving.start();
        while (leaving.getState() != Thread.State.TIMED_WAITING) {
          Thread.onSpinWait();
        }
        tokens.save(new StoredToken(key, Secret.token(fixture.server.newToken(), "test")));
      }
      assertThat(forgotten.get(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(tokens.load(key)).isEmpty();
  }

  @Test
  void isNotUndoneByAClientThatStillHasTheToken() {
    try (SlidingJwtAuthenticator lasting = fixture.authenticator();
        SlidingJwtAuthenticator leaving = fixture.authenticator()) {
      Credential first = fixture.credential(lasting);
      assertThat(leaving.logout()).isTrue();
      fixture.pass(Duration.ofHours(13));
      assertThat(fixture.credential(lasting)).isSameAs(first);
      assertThat(fixture.credential(lasting)).isSameAs(first);
    }
    assertThat(tokens.load(key)).isEmpty();
    assertThat(fixture.calls()).containsExactly(OBTAIN);
    assertThat(fixture.context.events()).contains(AuthEvent.Kind.REFRESH_FAILED);
  }

  @Test
  void isNotUndoneByARenewalThatWasOnItsWay() {
    List<Runnable> background = new ArrayList<>();
    fixture.context.withExecutor(background::add);
    try (SlidingJwtAuthenticator lasting = fixture.authenticator()) {
      fixture.credential(lasting);
      fixture.pass(Duration.ofHours(13));
      fixture.credential(lasting);
      fixture.context.exchange().answer(this::renewedWhileSomebodyLogsOut);
      background.get(0).run();
    }
    assertThat(tokens.load(key)).isEmpty();
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }

  private AuthReply renewedWhileSomebodyLogsOut(AuthCall call) {
    tokens.load(key).ifPresent(tokens::remove);
    return fixture.server.apply(call);
  }

  @Test
  void isNotUndoneByTheReplacementOfARejectedToken() {
    try (SlidingJwtAuthenticator lasting = fixture.authenticator();
        SlidingJwtAuthenticator leaving = fixture.authenticator()) {
      Credential first = fixture.credential(lasting);
      fixture.pass(Duration.ofMinutes(1));
      leaving.logout();
      fixture.context.withSettings(Map.of("username", SlidingServer.USER));
      assertThatExceptionOfType(CredentialMissingException.class)
          .isThrownBy(() -> lasting.rejected(first, NOT_VALID));
    }
    assertThat(tokens.load(key)).isEmpty();
    assertThat(fixture.calls()).containsExactly(OBTAIN);
  }

  @Test
  void takesUpTheTokenOfANewLogin() {
    try (SlidingJwtAuthenticator lasting = fixture.authenticator();
        SlidingJwtAuthenticator other = fixture.authenticator()) {
      fixture.credential(lasting);
      other.logout();
      fixture.pass(Duration.ofHours(13));
      fixture.credential(lasting);
      other.login();
      fixture.pass(Duration.ofHours(2));
      fixture.credential(lasting);
      assertThat(fixture.credential(lasting).secret())
          .isEqualTo(fixture.credential(other).secret());
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, OBTAIN);
  }
}
