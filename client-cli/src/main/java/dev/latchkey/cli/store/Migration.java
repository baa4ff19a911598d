package dev.latchkey.cli.store;

import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStore.Lease;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Moves the tokens of one service. Whenever it is stopped, each token is in one store or in both:
 * it is deleted from the first only once another look at the second has found it there. For one
 * use.
 */
public final class Migration {

  /** Longer than most servers take to renew a token. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final TokenStore from;
  private final Supplier<TokenStore> to;

  /**
   * Names the stores.
   *
   * @param from where the tokens are; stays open
   * @param to opens the store where they are to be, as another process would; what it opens is
   *     closed here
   */
  public Migration(TokenStore from, Supplier<TokenStore> to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Moves them, while nobody else renews them.
   *
   * @param baseUrl the service
   * @return the users whose tokens were moved
   * @throws MigrationException when a token does not arrive; then none was deleted
   */
  public List<String> move(URI baseUrl) {
    List<Lease> leases = new ArrayList<>();
    try {
      List<StoredToken> tokens = new ArrayList<>();
      for (TokenKey key : from.keys(baseUrl)) {
        leases.add(lease(key));
        from.load(key).ifPresent(tokens::add);
      }
      copy(tokens);
      requireArrival(tokens);
      return tokens.stream().filter(from::remove).map(token -> token.key().user()).toList();
    } finally {
      leases.forEach(Lease::close);
    }
  }

  private Lease lease(TokenKey key) {
    Lease lease = from.lease(key, PATIENCE);
    if (lease.isContended()) {
      throw new MigrationException(
          "Another process is renewing the token of '"
              + key.user()
              + "'. Nothing was moved; try again.");
    }
    return lease;
  }

  private void copy(List<StoredToken> tokens) {
    try (TokenStore target = to.get()) {
      for (StoredToken token : tokens) {
        if (!hasNewer(target, token)) {
          target.save(token);
        }
      }
    }
  }

  private void requireArrival(List<StoredToken> tokens) {
    try (TokenStore target = to.get()) {
      for (StoredToken token : tokens) {
        Optional<StoredToken> arrived = target.load(token.key());
        if (!arrived.equals(Optional.of(token)) && !hasNewer(target, token)) {
          throw new MigrationException(
              "The token of '"
                  + token.key().user()
                  + "' did not arrive in "
                  + target.location()
                  + ". Nothing was deleted.");
        }
      }
    }
  }

  /** It may have been used for some time, and then left. */
  private static boolean hasNewer(TokenStore target, StoredToken token) {
    Instant obtained = token.obtainedAt().orElse(Instant.MIN);
    return target
        .load(token.key())
        .filter(there -> !there.equals(token))
        .flatMap(StoredToken::obtainedAt)
        .filter(obtained::isBefore)
        .isPresent();
  }
}
