package dev.latchkey.client.internal.store;

import dev.latchkey.auth.Refusal;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks for Python's token where the own store has none, or one that has ended while Python's lasts
 * longer: whoever uses Python has logged in since. Python's is never written or deleted: one that
 * is to be forgotten is remembered as such as long as the store is open. Thread-safe.
 */
final class PythonCache implements TokenStore {

  private final TokenStore own;
  private final PythonTokens python;
  private final InstantSource clock;
  private final Set<StoredToken> forgotten = ConcurrentHashMap.newKeySet();

  PythonCache(TokenStore own, PythonTokens python, InstantSource clock) {
    this.own = own;
    this.python = python;
    this.clock = clock;
  }

  @Override
  public Optional<StoredToken> load(TokenKey key) {
    Optional<StoredToken> ours = own.load(key);
    if (ours.isEmpty()) {
      return theirs(key);
    }
    Optional<Instant> end = JwtEnd.of(ours.get());
    return end.isPresent() && clock.instant().isAfter(end.get())
        ? theirs(key).filter(token -> lasts(token, end.get())).or(() -> ours)
        : ours;
  }

  private static boolean lasts(StoredToken token, Instant end) {
    return JwtEnd.of(token).filter(end::isBefore).isPresent();
  }

  private Optional<StoredToken> theirs(TokenKey key) {
    return python.load(key).filter(token -> !forgotten.contains(token));
  }

  @Override
  public void save(StoredToken token) {
    own.save(token);
  }

  @Override
  public boolean remove(StoredToken token) {
    Optional<StoredToken> theirs = python.load(token.key());
    boolean wasTheirs = theirs.equals(Optional.of(token)) && forgotten.add(token);
    boolean was = own.remove(token) || wasTheirs;
    if (was && theirs.isPresent()) {
      python.tellThatItIsKept(token.key());
    }
    return was;
  }

  @Override
  public List<TokenKey> keys(URI baseUrl) {
    return own.keys(baseUrl);
  }

  @Override
  public Lease lease(TokenKey key, Duration atMost) {
    return own.lease(key, atMost);
  }

  @Override
  public void noteRefusal(TokenKey key, Refusal refusal) {
    own.noteRefusal(key, refusal);
  }

  @Override
  public Optional<Refusal> refusal(TokenKey key) {
    return own.refusal(key);
  }

  @Override
  public String location() {
    return own.location();
  }

  @Override
  public void close() {
    own.close();
  }

  /** {@return where the tokens are} */
  @Override
  public String toString() {
    return own.toString();
  }
}
