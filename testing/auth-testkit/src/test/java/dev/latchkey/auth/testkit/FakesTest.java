package dev.latchkey.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.InvalidSecretException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fakes do what a client does, and fail the test that does not expect them to be used. */
class FakesTest {

  private final FakeContext context = new FakeContext();

  @Test
  void exchangeFailsATestThatExpectsNoCall() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> context.exchange().send(AuthCall.of("GET", "x")))
        .withMessageContaining("GET x");
  }

  @Test
  void exchangeRemembersCallsUntilToldToForget() {
    context.exchange().answer(call -> AuthReply.of(204, null));
    assertThat(context.exchange().send(AuthCall.of("GET", "x")).status()).isEqualTo(204);
    assertThat(context.exchange().calls()).containsExactly("GET x");
    context.exchange().clear();
    assertThat(context.exchange().calls()).isEmpty();
  }

  @Test
  void clockStandsStillUntilMoved() {
    FakeClock clock = context.clock();
    assertThat(clock.instant()).isEqualTo("2026-01-01T00:00:00Z").isEqualTo(clock.instant());
    clock.advance(Duration.ofSeconds(-1));
    assertThat(clock.instant()).isEqualTo("2025-12-31T23:59:59Z");
    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void settingsCheckSecretsAsAClientDoes() {
    FakeSettings settings = new FakeSettings(Map.of("key", "canary key", "empty", ""));
    assertThatExceptionOfType(InvalidSecretException.class)
        .isThrownBy(() -> settings.token("key"))
        .withMessageContaining("test setting key");
    assertThat(settings.password("key")).isPresent();
    assertThat(settings.source("key")).contains("test setting key");
    assertThat(settings.text("empty")).isEmpty();
    assertThat(settings.source("absent")).isEmpty();
    assertThat(settings.toString()).contains("key").doesNotContain("canary");
  }

  @Test
  void listenerKeepsEventsInOrder() {
    context.listener().on(AuthEvent.of(AuthEvent.Kind.OBTAINED, "test", ""));
    context.listener().on(AuthEvent.of(AuthEvent.Kind.REJECTED, "test", ""));
    assertThat(context.events()).containsExactly(AuthEvent.Kind.OBTAINED, AuthEvent.Kind.REJECTED);
  }

  @Test
  void promptRemembersWhatItWasAsked() {
    FakePrompt prompt = new FakePrompt("alice", "canary");
    assertThat(prompt.ask("Username: ")).isEqualTo("alice");
    assertThat(prompt.askPassword("Password: ").reveal()).isEqualTo("canary");
    assertThat(prompt.questions()).containsExactly("Username: ", "Password: ");
  }
}
