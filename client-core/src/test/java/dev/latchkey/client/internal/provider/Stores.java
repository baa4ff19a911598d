package dev.latchkey.client.internal.provider;

import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreContext;
import dev.latchkey.auth.TokenStoreProvider;

/** Providers of token stores, some of which misbehave. {@link ProviderPath} puts them into jars. */
final class Stores {

  private Stores() {}

  /** What all of them share. */
  public interface Simple extends TokenStoreProvider {

    @Override
    default String description() {
      return "A test store.";
    }

    @Override
    default TokenStore open(TokenStoreContext context) {
      return TokenStore.inMemory();
    }
  }

  /** Has the id vault. */
  public static final class Vault implements Simple {

    @Override
    public String id() {
      return "vault";
    }
  }

  /** Takes the id of one of ours. */
  public static final class Usurper implements Simple {

    @Override
    public String id() {
      return "file";
    }
  }

  /** Cannot be constructed. */
  public static final class Throwing implements Simple {

    public Throwing() {
      throw new IllegalStateException("needs a coffee");
    }

    @Override
    public String id() {
      return "throwing";
    }
  }
}
