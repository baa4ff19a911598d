package dev.latchkey.auth.testkit;

import dev.latchkey.auth.Refusal;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store around one that keeps every rule, with one fault or none. */
final class ToyStore implements TokenStore {

  private static final TokenKey INVENTED = new TokenKey(URI.create("https://toy.test/"), "nobody");

  private final TokenStore medium;
  private final Optional<StoreFault> fault;
  private final Set<TokenKey> known = ConcurrentHashMap.newKeySet();
  private final AtomicInteger saves = new AtomicInteger();
  private final AtomicInteger closings = new AtomicInteger();
  private volatile Optional<Refusal> refusal = Optional.empty();
  private volatile String last = "nothing";

  ToyStore(TokenStore medium, Optional<StoreFault> fault) {
    this.medium = medium;
    this.fault = fault;
  }

  private boolean is(StoreFault one) {
    return fault.equals(Optional.of(one));
  }

  private TokenKey of(TokenKey key) {
    return is(StoreFault.SHARING) && key.baseUrl().getPort() > 0
        ? new TokenKey(URI.create("https://service.test/api/"), key.user())
        : key;
  }

  @Override
  public Optional<StoredToken> load(TokenKey key) {
    Optional<StoredToken> token = medium.load(of(key)).filter(t -> !is(StoreFault.HOMESICK));
    if (is(StoreFault.TIMELESS)) {
      return token.map(whole -> new StoredToken(key, whole.token()));
    }
    boolean isTorn = is(StoreFault.TORN) && saves.get() > 20;
    return isTorn ? token.map(whole -> new StoredToken(key, half(whole.token()))) : token;
  }

  private static Secret half(Secret whole) {
    return Secret.token(whole.reveal().substring(0, whole.reveal().length() / 2), "half");
  }

  @Override
  public void save(StoredToken token) {
    saves.incrementAndGet();
    known.add(token.key());
    last = token.token().reveal();
    if (is(StoreFault.STUBBORN) && medium.load(token.key()).isPresent()) {
      return;
    }
    medium.save(new StoredToken(of(token.key()), token.token()));
    token
        .obtainedAt()
        .ifPresent(
            time ->
                medium.save(new StoredToken(of(token.key()), token.token()).withObtainedAt(time)));
  }

  @Override
  public boolean remove(StoredToken token) {
    if (is(StoreFault.GREEDY)) {
      return medium.load(token.key()).map(medium::remove).orElse(false);
    }
    return medium.remove(token);
  }

  @Override
  public List<TokenKey> keys(URI baseUrl) {
    if (is(StoreFault.INVENTIVE) && known.isEmpty()) {
      return List.of(INVENTED);
    }
    return is(StoreFault.GOSSIPING) ? List.copyOf(known) : medium.keys(baseUrl);
  }

  @Override
  public Lease lease(TokenKey key, Duration atMost) {
    return is(StoreFault.CROWDED)
        ? TokenStore.inMemory().lease(key, atMost)
        : medium.lease(key, atMost);
  }

  @Override
  public void noteRefusal(TokenKey key, Refusal noted) {
    medium.noteRefusal(key, noted);
    refusal = Optional.of(noted);
  }

  @Override
  public Optional<Refusal> refusal(TokenKey key) {
    return is(StoreFault.UNFORGIVING) ? refusal : medium.refusal(key);
  }

  @Override
  public String location() {
    return "a toy box";
  }

  @Override
  public void close() {
    if (is(StoreFault.FRAGILE) && closings.incrementAndGet() > 1) {
      throw new IllegalStateException("was closed before");
    }
  }

  @Override
  public String toString() {
    return is(StoreFault.INDISCREET) ? last : "toy";
  }
}
