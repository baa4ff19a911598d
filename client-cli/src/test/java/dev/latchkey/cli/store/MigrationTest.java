package dev.latchkey.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationTest {

  private static final URI SERVICE = URI.create("https://service.test/api/");
  private static final TokenKey FIRST = new TokenKey(SERVICE, "Webin-1");
  private static final TokenKey SECOND = new TokenKey(SERVICE, "Webin-2");
  private static final TokenKey ELSEWHERE =
      new TokenKey(URI.create("https://elsewhere.test/"), "Webin-1");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final TokenStore from = TokenStore.inMemory();
  private final TokenStore to = TokenStore.inMemory();

  private static StoredToken token(TokenKey key, String value) {
    return new StoredToken(key, Secret.token("canary-" + value, "the test")).withObtainedAt(NOON);
  }

  @BeforeEach
  void fill() {
    from.save(token(FIRST, "1"));
    from.save(token(SECOND, "2"));
    from.save(token(ELSEWHERE, "3"));
  }

  @Test
  void movesEveryTokenOfTheServiceAndNoOther() {
    assertThat(new Migration(from, () -> to).move(SERVICE))
        .containsExactlyInAnyOrder("Webin-1", "Webin-2");
    assertThat(from.keys(SERVICE)).isEmpty();
    assertThat(to.load(FIRST)).contains(token(FIRST, "1"));
    assertThat(to.load(FIRST).flatMap(StoredToken::obtainedAt)).contains(NOON);
    assertThat(to.load(SECOND)).contains(token(SECOND, "2"));
    assertThat(from.load(ELSEWHERE)).isPresent();
    assertThat(to.load(ELSEWHERE)).isEmpty();
    assertThat(new Migration(from, () -> to).move(SERVICE)).isEmpty();
  }

  @Test
  void losesNothingWhereverItIsKilled() {
    int steps = 0;
    boolean killed = true;
    while (killed) {
      int[] stepsLeft = {steps++};
      TokenStore source = TokenStore.inMemory();
      TokenStore target = TokenStore.inMemory();
      source.save(token(FIRST, "1"));
      source.save(token(SECOND, "2"));
      killed = isKilled(new FlawedStore(source, stepsLeft), new FlawedStore(target, stepsLeft));
      for (TokenKey key : new TokenKey[] {FIRST, SECOND}) {
        assertThat(source.load(key).or(() -> target.load(key))).isPresent();
        try (TokenStore.Lease free = source.lease(key, Duration.ZERO)) {
          assertThat(free.isHeld()).isTrue();
        }
      }
      new Migration(source, () -> target).move(SERVICE);
      assertThat(source.keys(SERVICE)).isEmpty();
      assertThat(target.keys(SERVICE)).containsExactlyInAnyOrder(FIRST, SECOND);
    }
    assertThat(steps).isGreaterThan(12);
  }

  private static boolean isKilled(TokenStore source, TokenStore target) {
    try {
      new Migration(source, () -> target).move(SERVICE);
      return false;
    } catch (FlawedStore.Killed e) {
      return true;
    }
  }

  @Test
  void deletesNothingThatAnotherProcessWouldNotFindThere() {
    assertThatExceptionOfType(MigrationException.class)
        .isThrownBy(() -> new Migration(from, TokenStore::inMemory).move(SERVICE))
        .withMessageContainingAll("did not arrive in memory", "Nothing was deleted.")
        .withMessageNotContaining("canary");
    assertThat(from.keys(SERVICE)).hasSize(2);
  }

  @Test
  void keepsANewerTokenThatIsThereAlready() {
    StoredToken newer = token(FIRST, "newer").withObtainedAt(NOON.plusSeconds(1));
    to.save(newer);
    to.save(token(SECOND, "older").withObtainedAt(NOON.minusSeconds(1)));
    assertThat(new Migration(from, () -> to).move(SERVICE)).hasSize(2);
    assertThat(to.load(FIRST)).contains(newer);
    assertThat(to.load(SECOND)).contains(token(SECOND, "2"));
  }

  @Test
  void movesNothingWhileSomebodyRenews() {
    try (TokenStore.Lease renewing = from.lease(FIRST, Duration.ZERO)) {
      assertThat(renewing.isHeld()).isTrue();
      TokenStore impatient = new FlawedStore(from, new int[] {-1});
      assertThatExceptionOfType(MigrationException.class)
          .isThrownBy(() -> new Migration(impatient, () -> to).move(SERVICE))
          .withMessageContainingAll("'Webin-1'", "try again");
    }
    assertThat(from.keys(SERVICE)).hasSize(2);
    assertThat(to.keys(SERVICE)).isEmpty();
  }
}
