package dev.latchkey.client;

import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreContext;
import dev.latchkey.auth.TokenStoreProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells what its stores are lent, and fails as its setting {@code failure} says. */
final class RecordingStores implements TokenStoreProvider {

  static final List<TokenStoreContext> CONTEXTS = new CopyOnWriteArrayList<>();
  static final AtomicInteger CLOSED = new AtomicInteger();

  @Override
  public String id() {
    return "recording";
  }

  @Override
  public String description() {
    return "A test store.";
  }

  @Override
  @SuppressWarnings("NullAway") // misbehaves on purpose
  public TokenStore open(TokenStoreContext context) {
    CONTEXTS.add(context);
    return switch (context.settings().text("failure", "none")) {
      case "none" -> new Recording(TokenStore.inMemory());
      case "null" -> null;
      case "throw" -> throw new IllegalStateException("canary");
      case "link" -> throw new NoClassDefFoundError("canary");
      default -> throw context.settings().invalid("failure", "use another");
    };
  }

  private record Recording(TokenStore tokens) implements TokenStore {

    @Override
    public Optional<StoredToken> load(TokenKey key) {
      return tokens.load(key);
    }

    @Override
    public void save(StoredToken token) {
      tokens.save(token);
    }

    @Override
    public boolean remove(StoredToken token) {
      return tokens.remove(token);
    }

    @Override
    public List<TokenKey> keys(URI baseUrl) {
      return tokens.keys(baseUrl);
    }

    @Override
    public Lease lease(TokenKey key, Duration atMost) {
      return tokens.lease(key, atMost);
    }

    @Override
    public String location() {
      return tokens.location();
    }

    @Override
    public void close() {
      CLOSED.incrementAndGet();
    }
  }
}
