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
 * the key is used.
 */
final class KeyIdentity {

  /** Others use their keys, too: with luck not each time. */
  private static final int ATTEMPTS = 3;

  private final ApiKeys keys;
  private final Consumer<Secret> use;

  KeyIdentity(ApiKeys keys, Consumer<Secret> use) {
    this.keys = keys;
    this.use = use;
  }

  /** {@return the id, or empty when the key does not work or cannot be told from others} */
  Optional<String> of(Secret key) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<ApiKey> before = keys.list();
      try {
        use.accept(key);
      } catch (ApiStatusException e) {
        if (e.status() == 401 || e.status() == 403) {
          return Optional.empty();
        }
        throw e;
      }
      List<String> used =
          keys.list().stream().filter(now -> wasUsed(now, before)).map(ApiKey::id).toList();
      if (used.size() == 1) {
        return Optional.of(used.get(0));
      }
    }
    return Optional.empty();
  }

  private static boolean wasUsed(ApiKey now, List<ApiKey> before) {
    return before.stream()
        .anyMatch(then -> then.id().equals(now.id()) && !then.lastUsed().equals(now.lastUsed()));
  }
}
