package dev.latchkey.client.internal.store;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Settings;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStoreContext;
import dev.latchkey.auth.TokenStoreProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Found by the service loader as {@code encrypted}. */
public final class EncryptedTokenStoreProvider implements TokenStoreProvider {

  private static final String ENDING = ".sealed";
  private static final List<String> KEYS =
      List.of(KeyFile.SETTING, Passphrase.FILE, Passphrase.SETTING);

  @Override
  public String id() {
    return "encrypted";
  }

  @Override
  public String description() {
    return "Keeps each token in a file that only a passphrase or a key file opens.";
  }

  @Override
  public TokenStore open(TokenStoreContext context) {
    Settings settings = context.settings();
    List<String> given = KEYS.stream().filter(name -> settings.source(name).isPresent()).toList();
    if (given.size() > 1) {
      throw new AuthConfigurationException(
          "The encrypted token store takes one key, and has several: "
              + String.join(", ", given.stream().map(settings::nameForUsers).toList())
              + ". Unset all but one.");
    }
    Optional<SecretFile> keyFile =
        settings.text(KeyFile.SETTING).map(file -> SecretFile.of(Path.of(file)));
    return FileTokenStore.open(
        context.cacheDirectory(),
        context::warn,
        directory ->
            keyFile
                .map(file -> format(" (sealed; the key is in " + file + ")", new KeyFile(file)))
                .orElseGet(() -> format(" (sealed with a passphrase)", key(context, directory))));
  }

  private static SealKey key(TokenStoreContext context, PrivateDirectory directory) {
    Passphrase passphrase = new Passphrase(context.settings(), context.prompt());
    return new HeldKey(PassphraseHolder.in(directory, passphrase), directory, ENDING);
  }

  private static TokenFormat format(String note, SealKey key) {
    return new SealedFormat(ENDING, note, new RememberedKey(key));
  }
}
