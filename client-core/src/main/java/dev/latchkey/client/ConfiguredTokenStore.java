package dev.latchkey.client;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.AuthListener;
import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Settings;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreContext;
import dev.latchkey.auth.TokenStoreProvider;
import dev.latchkey.client.internal.config.Configuration;
import dev.latchkey.client.internal.provider.TokenStoreCatalog;
import dev.latchkey.client.internal.store.CacheDirectory;
import dev.latchkey.client.internal.store.FileTokenStoreProvider;
import dev.latchkey.client.internal.store.StoreProbe;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * What a client lends to the token store that the settings ask for.
 *
 * @param settings those of the store
 * @param cacheDirectory where the user wants tokens
 * @param clock the client's
 * @param prompt the client's
 * @param listener is told of warnings
 */
record ConfiguredTokenStore(
    Settings settings,
    Optional<Path> cacheDirectory,
    InstantSource clock,
    Prompt prompt,
    AuthListener listener)
    implements TokenStoreContext {

  private static final String ID = "latchkey.token-cache";
  private static final String USUAL = "file";
  private static final String DIRECTORY = "latchkey.cache-dir";

  /** How a store is chosen by its id, for whoever asks, from jars that users put into a folder. */
  interface Stores {

    TokenStoreProvider select(String id, String where, Optional<Path> folder);

    /** Those that the service loader finds. */
    static Stores found() {
      return new Stores() {
        @Override
        public TokenStoreProvider select(String id, String where, Optional<Path> folder) {
          TokenStoreCatalog found = TokenStoreCatalog.of(ClassLoaders.ofCaller());
          return folder.map(found::withFolder).orElse(found).select(id, where);
        }
      };
    }
  }

  /**
   * {@return the id that is set} A file that was merely found cannot make a keyring a plain file.
   */
  static String id(Configuration configuration) {
    return configuration.trustedText(ID).orElse(USUAL);
  }

  static TokenStore open(
      Configuration configuration, ApiClientBuilder wishes, AuthListener listener) {
    Optional<String> asked = configuration.trustedText(ID);
    // Nobody asked for a choice, and looking for others takes a short program long.
    TokenStoreProvider provider =
        asked.isPresent()
            ? asked(asked.get(), configuration, wishes)
            : new FileTokenStoreProvider();
    return opened(provider, context(asked.orElse(USUAL), configuration, wishes, listener));
  }

  /** Tries whether the store could keep a token; tells the listener where it could not. */
  static void probe(Configuration configuration, ApiClientBuilder wishes, AuthListener listener) {
    String id = id(configuration);
    StoreProbe.run(id, context(id, configuration, wishes, listener));
  }

  private static TokenStoreContext context(
      String id, Configuration configuration, ApiClientBuilder wishes, AuthListener listener) {
    return new ConfiguredTokenStore(
        configuration.trusted(ID + "." + id + "."),
        directory(configuration),
        wishes.clock.orElse(InstantSource.system()),
        wishes.prompt,
        listener);
  }

  private static TokenStoreProvider asked(
      String id, Configuration configuration, ApiClientBuilder wishes) {
    String from = configuration.trusted("").source(ID).orElseThrow();
    return wishes.stores.select(id, ID + " from " + from, wishes.providersFolder);
  }

  /** {@return where the user wants caches; empty when there is neither a setting nor a home} */
  static Optional<Path> directory(Configuration configuration) {
    Optional<String> set = configuration.trustedText(DIRECTORY);
    return CacheDirectory.ofProcess()
        .find(set.isPresent() ? Optional.of(Path.of(set.get())) : Optional.empty());
  }

  /** Names the store where a jar that somebody dropped in fails. */
  private static TokenStore opened(TokenStoreProvider provider, TokenStoreContext context) {
    try {
      return Objects.requireNonNull(provider.open(context), "no store");
    } catch (AuthException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new AuthConfigurationException(
          "The token store '"
              + provider.id()
              + "' does not open ("
              + e.getClass().getName()
              + "). Set "
              + ID
              + " to another one, such as file.");
    }
  }

  @Override
  public void warn(String warning) {
    listener.on(AuthEvent.of(AuthEvent.Kind.DEGRADED, "token cache", warning));
  }
}
