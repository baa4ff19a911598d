package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What goes on a request. */
class CredentialTest {

  private static final Secret SECRET = Secret.token("canary-7f3a91", "test");
  private static final Placement BEARER = new Placement.Header("Authorization", "Bearer");

  @Test
  void putsTheSchemeBeforeTheSecret() {
    assertThat(Credential.of(BEARER, SECRET, 1).reveal()).isEqualTo("Bearer canary-7f3a91");
  }

  @Test
  void revealsTheSecretAloneWhereThereIsNoScheme() {
    assertThat(Credential.of(new Placement.Header("X-API-Key", ""), SECRET, 1).reveal())
        .isEqualTo("canary-7f3a91");
    assertThat(Credential.of(new Placement.Query("api_key"), SECRET, 1).reveal())
        .isEqualTo("canary-7f3a91");
  }

  @Test
  void makesItsValueOnce() {
    Credential credential = Credential.of(BEARER, SECRET, 1);
    assertThat(credential.reveal()).isSameAs(credential.reveal());
  }

  @Test
  void keepsPlacementSecretAndGeneration() {
    Credential credential = Credential.of(BEARER, SECRET, 7);
    assertThat(credential.placement()).isEqualTo(BEARER);
    assertThat(credential.secret()).isSameAs(SECRET);
    assertThat(credential.generation()).isEqualTo(7);
  }

  @Test
  void endsOnlyInACopyThatIsToldWhen() {
    Instant end = Instant.parse("2026-01-02T03:04:05Z");
    Credential endless = Credential.of(BEARER, SECRET, 7);
    Credential ending = endless.withExpiry(end);
    assertThat(endless.expiresAt()).isEmpty();
    assertThat(ending.expiresAt()).contains(end);
    assertThat(ending.reveal()).isEqualTo(endless.reveal());
    assertThat(ending.generation()).isEqualTo(7);
  }

  @Test
  void refusesASecretThatAHeaderCannotCarry() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credential.of(BEARER, Secret.password("canary 7f3a91", "test"), 1))
        .withMessageNotContaining("canary");
  }

  @Test
  void showsPlacementAndGenerationWithoutTheSecret() {
    assertThat(Credential.of(BEARER, SECRET, 7).toString())
        .contains("Authorization", "generation 7")
        .doesNotContain("canary");
  }
}
