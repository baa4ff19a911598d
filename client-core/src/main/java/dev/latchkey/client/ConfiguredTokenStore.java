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
  private static final String DIRECTORY = "latchkey.cache-dir";

  /** How a store is chosen by its id, for whoever asks, from jars that users put into a folder. */
  interface Stores {

    TokenStoreProvider select(String id, String where, Optional<Path> folder);

    static Stores found() {
      return (id, where, folder) -> {
        TokenStoreCatalog found = TokenStoreCatalog.of(ClassLoaders.ofCaller());
        return folder.map(found::withFolder).orElse(found).select(id, where);
      };
    }
  }

  /**
   * {@return the id that is set} A file that was merely found cannot make a keyring a plain file.
   */
  static String id(Configuration configuration) {
    return configuration.trustedText(ID).orElse("file");
  }

  static TokenStore open(
      Configuration configuration, ApiClientBuilder wishes, AuthListener listener) {
    String id = id(configuration);
    Optional<String> source = configuration.trusted("").source(ID);
    TokenStoreProvider provider =
        wishes.stores.select(
            id, ID + source.map(from -> " from " + from).orElse(""), wishes.providersFolder);
    return opened(
        provider,
        new ConfiguredTokenStore(
            configuration.trusted(ID + "." + id + "."),
            directory(configuration),
            wishes.clock.orElse(InstantSource.system()),
            wishes.prompt,
            listener));
  }

  /** {@return where the user wants caches; empty when there is neither a setting nor a home} */
  static Optional<Path> directory(Configuration configuration) {
    return CacheDirectory.ofProcess().find(configuration.trustedText(DIRECTORY).map(Path::of));
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
