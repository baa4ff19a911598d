package dev.latchkey.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthStatus.State;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.OriginMismatchException;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Verdict;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the key that is set. */
class ConfiguredKeyTest {

  private static final String KEY = ApiKeyFixture.KEY;
  private static final Origin EVIL = Origin.of(URI.create("https://evil.test/"));

  private final ApiKeyFixture fixture = new ApiKeyFixture();

  @ParameterizedTest
  @ValueSource(strings = {KEY + "\r\n", KEY + "\nX: y", " " + KEY, KEY + "\t", KEY + "É"})
  void isRefusedWithSourceAndLengthAloneWhenAHeaderCannotCarryIt(String key) {
    fixture.with("key", key);
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      assertThatExceptionOfType(InvalidSecretException.class)
          .isThrownBy(() -> authenticator.credential(fixture.context.origin()))
          .withMessageContaining("test setting key (" + key.length() + " characters)")
          .withMessageNotContaining(KEY);
    }
  }

  @Test
  void endsAnAsynchronousCallWithTheSameError() {
    fixture.with("key", "a b");
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      assertThat(authenticator.credentialAsync(fixture.context.origin()).toCompletableFuture())
          .isCompletedExceptionally()
          .failsWithin(0, TimeUnit.SECONDS)
          .withThrowableThat()
          .withCauseInstanceOf(InvalidSecretException.class);
    }
  }

  @Test
  void isNamedByItsSourceAlone() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      assertThat(authenticator.status().state()).isEqualTo(State.FRESH);
      assertThat(authenticator.status().source()).isEqualTo("test setting key");
      assertThat(authenticator.status().expiresAt()).isEmpty();
    }
  }

  @Test
  void isSaidToBeAbsentWhereItIsNotSet() {
    fixture.without("key", "password");
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      assertThat(authenticator.status().state()).isEqualTo(State.ABSENT);
      assertThatExceptionOfType(CredentialMissingException.class)
          .isThrownBy(() -> authenticator.credential(fixture.context.origin()))
          .withMessageContaining("profile 'test'")
          .withMessageContaining("Set key, or username and password")
          .withMessageContaining("latchkey keys create");
    }
  }

  @Test
  void isNotSentElsewhereEvenAsynchronously() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      assertThatExceptionOfType(OriginMismatchException.class)
          .isThrownBy(() -> authenticator.credential(EVIL))
          .withMessageContaining("belongs to https://service.test")
          .withMessageContaining("https://evil.test");
      assertThat(authenticator.credentialAsync(EVIL).toCompletableFuture())
          .isCompletedExceptionally();
    }
  }

  @Test
  void isGivenUpWhenTheServerRefusesIt() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      Credential key = authenticator.credential(fixture.context.origin());
      for (String code : new String[] {"authentication_failed", "token_not_valid"}) {
        assertThat(
                authenticator.rejected(
                    key, new Rejection(401, Optional.empty(), Optional.of(code))))
            .isEqualTo(Verdict.FINAL);
      }
    }
    assertThat(fixture.calls()).isEmpty();
    assertThat(fixture.context.events()).containsOnly(AuthEvent.Kind.REJECTED);
  }
}
