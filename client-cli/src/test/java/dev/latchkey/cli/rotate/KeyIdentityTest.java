package dev.latchkey.cli.rotate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.CreatedApiKey;
import dev.latchkey.auth.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which of the keys that a server lists is the one at hand. */
class KeyIdentityTest {

  private final Map<String, Instant> lastUses = new TreeMap<>();
  private Instant now = Instant.parse("2026-11-22T00:00:00Z");
  private Runnable whenListed = () -> {};
  private Runnable whenUsed = () -> {};
  private int uses;

  private void isUsed(String id) {
    now = now.plusMillis(1);
    lastUses.put(id, now);
  }

  private Optional<String> found() {
    return new KeyIdentity(new Listed(), key -> use()).of(Secret.token("canary", "test"));
  }

  private void use() {
    uses++;
    whenUsed.run();
  }

  @Test
  void isTheOneThatIsUsedWheneverTheKeyIs() {
    isUsed("another");
    isUsed("ours");
    whenUsed = () -> isUsed("ours");
    assertThat(found()).contains("ours");
  }

  @Test
  void isNotTheOnlyOneThereIsWhenThatWasUsedByChance() {
    isUsed("another");
    whenUsed =
        () -> {
          if (uses == 1) {
            isUsed("another");
          }
        };
    assertThat(found()).isEmpty();
  }

  @Test
  void isNotTheOnlyOneThereIsWhenThatIsAlwaysInUse() {
    isUsed("another");
    whenListed = () -> isUsed("another");
    assertThat(found()).isEmpty();
  }

  @Test
  void isFoundOnceTheOthersRest() {
    isUsed("another");
    isUsed("ours");
    whenUsed =
        () -> {
          isUsed("ours");
          if (uses == 1) {
            isUsed("another");
          }
        };
    assertThat(found()).contains("ours");
  }

  @Test
  void isUnknownWhereNothingChanges() {
    isUsed("another");
    assertThat(found()).isEmpty();
  }

  /** Can be listed, which is all that is asked of them. */
  private final class Listed implements ApiKeys {

    @Override
    public List<ApiKey> list() {
      List<ApiKey> keys = lastUses.keySet().stream().map(this::get).toList();
      whenListed.run();
      return keys;
    }

    @Override
    public ApiKey get(String id) {
      return new ApiKey(
          id,
          id,
          Optional.empty(),
          Optional.ofNullable(lastUses.get(id)),
          Optional.empty(),
          Optional.empty());
    }

    @Override
    public CreatedApiKey create(ApiKeyRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void revoke(String id) {
      throw new UnsupportedOperationException();
    }
  }
}
