package dev.latchkey.auth;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps tokens as long as the process lives. Thread-safe without a lock of its own. */
final class MemoryTokenStore implements TokenStore {

  private final Map<TokenKey, StoredToken> tokens = new ConcurrentHashMap<>();
  private final Map<TokenKey, Refusal> refusals = new ConcurrentHashMap<>();
  private final Map<TokenKey, Semaphore> leases = new ConcurrentHashMap<>();

  @Override
  public Optional<StoredToken> load(TokenKey key) {
    return Optional.ofNullable(tokens.get(key));
  }

  @Override
  public void save(StoredToken token) {
    tokens.put(token.key(), token);
    refusals.remove(token.key());
  }

  @Override
  public boolean remove(StoredToken token) {
    return tokens.remove(token.key(), token);
  }

  @Override
  public List<TokenKey> keys(URI baseUrl) {
    return tokens.keySet().stream().filter(key -> key.baseUrl().equals(baseUrl)).toList();
  }

  @Override
  public Lease lease(TokenKey key, Duration atMost) {
    Semaphore semaphore = leases.computeIfAbsent(key, unused -> new Semaphore(1));
    boolean acquired;
    try {
      acquired = semaphore.tryAcquire(TimeUnit.NANOSECONDS.convert(atMost), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      acquired = false;
    }
    AtomicBoolean held = new AtomicBoolean(acquired);
    boolean contended = !acquired;
    return new Lease() {
      @Override
      public boolean isHeld() {
        return held.get();
      }

      @Override
      public boolean isContended() {
        return contended;
      }

      @Override
      public void close() {
        if (held.compareAndSet(true, false)) {
          semaphore.release();
        }
      }
    };
  }

  @Override
  public void noteRefusal(TokenKey key, Refusal refusal) {
    refusals.put(key, refusal);
  }

  @Override
  public Optional<Refusal> refusal(TokenKey key) {
    return Optional.ofNullable(refusals.get(key));
  }

  @Override
  public String location() {
    return "memory";
  }
}
