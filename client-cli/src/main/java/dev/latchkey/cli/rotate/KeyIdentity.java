package dev.latchkey.cli.rotate;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.ApiStatusException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds out which id a key has, which no server tells: it is the one whose last use changes when
 * the key is used. Others use their keys, too, perhaps at that moment; so the same one must change
 * twice, and rest in between. Even the only key there is may not be this one, which may be another
 * user's.
 */
final class KeyIdentity {

  private static final int ATTEMPTS = 3;

  private final ApiKeys keys;
  private final Consumer<Secret> use;

  KeyIdentity(ApiKeys keys, Consumer<Secret> use) {
    this.keys = keys;
    this.use = use;
  }

  /** {@return the id, or empty when the key does not work or cannot be told from others} */
  Optional<String> of(Secret key) {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        List<String> used = changedBy(() -> use.accept(key));
        if (used.size() == 1
            && !changedBy(() -> {}).contains(used.get(0))
            && changedBy(() -> use.accept(key)).equals(used)) {
          return Optional.of(used.get(0));
        }
      }
      return Optional.empty();
    } catch (ApiStatusException e) {
      if (e.status() == 401 || e.status() == 403) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** {@return the ids of the keys that are used meanwhile} */
  private List<String> changedBy(Runnable act) {
    List<ApiKey> before = keys.list();
    act.run();
    return keys.list().stream().filter(now -> wasUsed(now, before)).map(ApiKey::id).toList();
  }

  private static boolean wasUsed(ApiKey now, List<ApiKey> before) {
    return before.stream()
        .anyMatch(then -> then.id().equals(now.id()) && !then.lastUsed().equals(now.lastUsed()));
  }
}
