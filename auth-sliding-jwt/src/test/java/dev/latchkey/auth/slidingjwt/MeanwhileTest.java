package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.NOT_VALID;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.Verdict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** While the server refuses to renew our token, somebody else stores another one. */
class MeanwhileTest {

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();
  private final TokenKey key = new TokenKey(fixture.context.baseUrl(), SlidingServer.USER);

  private void refuseRenewalsWhileSomebodyLogsIn() {
    fixture.context.exchange().answer(this::refusedWhileSomebodyLogsIn);
  }

  private AuthReply refusedWhileSomebodyLogsIn(AuthCall call) {
    if (!call.path().endsWith("refresh")) {
      return fixture.server.apply(call);
    }
    Secret theirs = Secret.token(fixture.server.newToken(), "test");
    fixture.context.tokens().save(new StoredToken(key, theirs));
    return AuthReply.of(401, Map.of("code", "token_not_valid"));
  }

  private void assertTheirsIsUsed(Credential credential) {
    StoredToken theirs = fixture.context.tokens().load(key).orElseThrow();
    assertThat(credential.secret()).isEqualTo(theirs.token());
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }

  @Test
  void takesTheirsForARejectedOne() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential rejected = fixture.credential(authenticator);
      fixture.pass(Duration.ofMinutes(1));
      refuseRenewalsWhileSomebodyLogsIn();
      assertThat(authenticator.rejected(rejected, NOT_VALID)).isEqualTo(Verdict.RETRY_WITH_NEW);
      assertTheirsIsUsed(fixture.credential(authenticator));
    }
  }

  @Test
  void takesTheirsForAStaleOne() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      fixture.credential(authenticator);
      fixture.pass(Duration.ofHours(13));
      refuseRenewalsWhileSomebodyLogsIn();
      fixture.credential(authenticator);
      assertTheirsIsUsed(fixture.credential(authenticator));
    }
    assertThat(fixture.context.events()).doesNotContain(AuthEvent.Kind.REFRESH_FAILED);
  }

  @Test
  void takesTheirsForAnExpiredOne() {
    SlidingFixture documented =
        SlidingFixture.of(Duration.ofMinutes(5), Duration.ofDays(1)).withRefreshAfterExpiry();
    try (SlidingJwtAuthenticator authenticator = documented.authenticator()) {
      documented.credential(authenticator);
      documented.pass(Duration.ofMinutes(6));
      documented.context.exchange().answer(call -> refusedAt(documented, call));
      documented.credential(authenticator);
    }
    assertThat(documented.calls()).containsExactly(OBTAIN, REFRESH);
  }

  private AuthReply refusedAt(SlidingFixture documented, AuthCall call) {
    assertThat(call.path()).endsWith("refresh");
    Secret theirs = Secret.token(documented.server.newToken(), "test");
    documented.context.tokens().save(new StoredToken(key, theirs));
    return AuthReply.of(401, Map.of("code", "token_not_valid"));
  }
}
