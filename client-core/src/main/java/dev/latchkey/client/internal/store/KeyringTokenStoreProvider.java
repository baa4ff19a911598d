package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreContext;
import dev.latchkey.auth.TokenStoreProvider;
import dev.latchkey.client.internal.keyring.Keyring;

/** Found by the service loader as {@code keyring}. */
public final class KeyringTokenStoreProvider implements TokenStoreProvider {

  private static final String ENDING = ".keyring";
  private static final String PROGRAM = "helper";

  @Override
  public String id() {
    return "keyring";
  }

  @Override
  public String description() {
    return "Keeps each token in a file that only a key in the system's keyring opens.";
  }

  @Override
  public TokenStore open(TokenStoreContext context) {
    Keyring keyring = keyring(context);
    return FileTokenStore.open(
        context.cacheDirectory(),
        context::warn,
        directory ->
            new SealedFormat(
                ENDING,
                " (sealed; the key is in the keyring, by " + keyring + ")",
                new RememberedKey(new HeldKey(new KeyringHolder(keyring), directory, ENDING))));
  }

  static Keyring keyring(TokenStoreContext context) {
    return Keyring.ofSystem(context.settings().text(PROGRAM), Keyring.TOKEN_CACHE);
  }
}
