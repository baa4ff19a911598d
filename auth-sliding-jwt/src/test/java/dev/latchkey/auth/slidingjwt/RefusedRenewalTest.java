package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.NOT_VALID;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.OBTAIN;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFRESH;
import static dev.latchkey.auth.slidingjwt.SlidingFixture.REFUSAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthStatus.State;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.TokenKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all who share a store make of a renewal that the server refuses to one of them. */
class RefusedRenewalTest {

  private final SlidingFixture fixture = SlidingFixture.likeMgnify();

  private Credential useOnce() {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      return fixture.credential(authenticator);
    }
  }

  @Test
  void isNotRepeatedByOneClientAfterTheOther() {
    Credential first = useOnce();
    fixture.pass(Duration.ofHours(13));
    fixture.answerRenewals(REFUSAL);
    for (int i = 0; i < 16; i++) {
      assertThat(useOnce().secret()).isEqualTo(first.secret());
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      assertThat(authenticator.status().renewsAt()).isEmpty();
      assertThat(authenticator.status().passwordNeededAt())
          .isEqualTo(authenticator.status().expiresAt());
    }
  }

  @Test
  void isNotRepeatedByThoseWhoWereAboutToAskToo() {
    useOnce();
    fixture.pass(Duration.ofHours(13));
    fixture.answerRenewals(REFUSAL);
    List<Runnable> background = new ArrayList<>();
    fixture.context.withExecutor(background::add);
    try (SlidingJwtAuthenticator one = fixture.authenticator();
        SlidingJwtAuthenticator other = fixture.authenticator()) {
      fixture.credential(one);
      fixture.credential(other);
      background.forEach(Runnable::run);
      assertThat(other.status().state()).isEqualTo(State.FRESH);
    }
    assertThat(background).hasSize(2);
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }

  @Test
  void isNotRepeatedForARejectedTokenThatNobodyHasAPasswordFor() {
    useOnce();
    fixture.pass(Duration.ofMinutes(1));
    fixture.context.withSettings(Map.of("username", SlidingServer.USER));
    fixture.answerRenewals(REFUSAL);
    try (SlidingJwtAuthenticator one = fixture.authenticator();
        SlidingJwtAuthenticator other = fixture.authenticator()) {
      Credential theirs = fixture.credential(other);
      for (SlidingJwtAuthenticator each : List.of(one, other)) {
        Credential rejected = each == other ? theirs : fixture.credential(one);
        assertThatExceptionOfType(CredentialMissingException.class)
            .isThrownBy(() -> each.rejected(rejected, NOT_VALID));
      }
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
  }

  @Test
  void waitsAfterAnOutageAsLongAsTheOneWhoMetIt() {
    Credential first = useOnce();
    fixture.pass(Duration.ofHours(13));
    fixture.answerRenewals(AuthReply.of(503, Map.of()));
    for (int i = 0; i < 16; i++) {
      assertThat(useOnce().secret()).isEqualTo(first.secret());
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);
    fixture.pass(Duration.ofHours(2));
    useOnce();
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH, REFRESH);
  }

  @Test
  void isTriedAgainAfterAnHour() {
    Credential first = useOnce();
    fixture.pass(Duration.ofHours(13));
    fixture.answerRenewals(REFUSAL);
    useOnce();
    fixture.context.exchange().answer(fixture.server);
    fixture.pass(Duration.ofHours(1));
    useOnce();
    assertThat(useOnce().secret()).isNotEqualTo(first.secret());
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH, REFRESH);
  }

  @ParameterizedTest
  @CsvSource({"401, no_code", "401, proxy_login", "400, invalid", "403, token_not_valid", "422, x"})
  void endsNoRenewalsUnlessItIsAboutTheToken(int status, String code) {
    try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
      Credential first = fixture.credential(authenticator);
      fixture.pass(Duration.ofHours(13));
      fixture.answerRenewals(
          AuthReply.of(status, code.equals("no_code") ? Map.of() : Map.of("code", code)));
      fixture.credential(authenticator);
      assertThat(fixture.credential(authenticator)).isSameAs(first);
      assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH);

      fixture.context.exchange().answer(fixture.server);
      fixture.pass(Duration.ofHours(2));
      fixture.credential(authenticator);
      assertThat(fixture.credential(authenticator)).isNotSameAs(first);
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH, REFRESH);
  }

  @Test
  void leavesARefusedPasswordNoted() {
    useOnce();
    fixture.context.withSettings(
        Map.of("username", SlidingServer.USER, "password", "canary wrong"));
    fixture.pass(Duration.ofMinutes(1));
    fixture.answerRenewals(REFUSAL);
    for (int i = 0; i < 3; i++) {
      try (SlidingJwtAuthenticator authenticator = fixture.authenticator()) {
        Credential used = fixture.credential(authenticator);
        authenticator.rejected(used, NOT_VALID);
      } catch (LoginRefusedException expected) {
        assertThat(expected).hasMessageNotContaining("canary");
      }
    }
    assertThat(fixture.calls()).containsExactly(OBTAIN, REFRESH, OBTAIN);
  }

  @Test
  void isRememberedForAllExpiredTokensOfAService() {
    SlidingFixture strict =
        SlidingFixture.of(Duration.ofMinutes(5), Duration.ofDays(1)).withRefreshAfterExpiry();
    for (int i = 0; i < 3; i++) {
      try (SlidingJwtAuthenticator authenticator = strict.authenticator()) {
        strict.credential(authenticator);
      }
      strict.pass(Duration.ofMinutes(6));
    }
    assertThat(strict.calls()).containsExactly(OBTAIN, REFRESH, OBTAIN, OBTAIN);
  }

  @Test
  void isToldFromOtherFailuresByAFingerprintThatNoSecretShares() {
    TokenKey key = new TokenKey(fixture.context.baseUrl(), SlidingServer.USER);
    assertThat(
            IntStream.range(0, 300_000)
                .mapToObj(i -> Fingerprint.of(key, Secret.password("canary " + i, "test"))))
        .doesNotContain(Fingerprint.NONE);
  }
}
