package dev.latchkey.auth.testkit;

import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreContext;
import dev.latchkey.auth.TokenStoreProvider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The simplest provider of token stores, with one fault or none. */
public class ToyStores implements TokenStoreProvider {

  private final Optional<StoreFault> fault;
  private final Map<TokenStoreContext, TokenStore> media;

  /** As the service loader wants it. */
  public ToyStores() {
    this(Optional.empty(), new ConcurrentHashMap<>());
  }

  ToyStores(Optional<StoreFault> fault, Map<TokenStoreContext, TokenStore> media) {
    this.fault = fault;
    this.media = media;
  }

  private boolean is(StoreFault one) {
    return fault.equals(Optional.of(one));
  }

  @Override
  public String id() {
    return is(StoreFault.SHOUTING) ? "TOY" : "toy";
  }

  @Override
  public String description() {
    return is(StoreFault.TALKATIVE) ? "A toy.\nA very good one." : "Keeps tokens in a toy box.";
  }

  @Override
  public TokenStore open(TokenStoreContext context) {
    TokenStore medium =
        is(StoreFault.FLEETING)
            ? TokenStore.inMemory()
            : media.computeIfAbsent(context, unused -> TokenStore.inMemory());
    boolean isLost = is(StoreFault.HOMESICK) && context.cacheDirectory().isEmpty();
    return new ToyStore(medium, isLost ? fault : fault.filter(f -> f != StoreFault.HOMESICK));
  }

  /** Is not public. */
  static final class Hidden extends ToyStores {}

  /** Stands in no service file. */
  public static final class Unlisted extends ToyStores {

    /** As the service loader would want it. */
    public Unlisted() {}
  }
}
