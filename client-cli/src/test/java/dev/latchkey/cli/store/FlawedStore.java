package dev.latchkey.cli.store;

import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A store at which the process is killed after so many steps, which another process sees as they
 * were left.
 */
final class FlawedStore implements TokenStore {

  /** What is thrown where the process would end. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final TokenStore tokens;
  private final int[] stepsLeft;

  FlawedStore(TokenStore tokens, int[] stepsLeft) {
    this.tokens = tokens;
    this.stepsLeft = stepsLeft;
  }

  private void step() {
    if (stepsLeft[0]-- == 0) {
      throw new Killed();
    }
  }

  @Override
  public Optional<StoredToken> load(TokenKey key) {
    step();
    return tokens.load(key);
  }

  @Override
  public void save(StoredToken token) {
    step();
    tokens.save(token);
  }

  @Override
  public boolean remove(StoredToken token) {
    step();
    return tokens.remove(token);
  }

  @Override
  public List<TokenKey> keys(URI baseUrl) {
    step();
    return tokens.keys(baseUrl);
  }

  @Override
  public Lease lease(TokenKey key, Duration atMost) {
    step();
    return tokens.lease(key, Duration.ZERO);
  }

  @Override
  public String location() {
    return "a flawed store";
  }
}
