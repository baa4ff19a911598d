package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenStoreContext;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Tries whether a store of ours could keep a token, before there is one. Stateless. */
public final class StoreProbe {

  private static final String KEYRING = "keyring";
  private static final Set<String> WITH_FILES = Set.of("file", "encrypted", KEYRING);

  private StoreProbe() {}

  /**
   * Warns of what would hinder the store, as the store itself would. Makes the directory, and asks
   * nobody for anything.
   *
   * @param id the store's id; stores of others are left alone
   * @param context what the store is lent
   */
  public static void run(String id, TokenStoreContext context) {
    if (WITH_FILES.contains(id)) {
      context.cacheDirectory().ifPresent(path -> prepare(path, new Warnings(context::warn)));
    }
    if (id.equals(KEYRING)) {
      try {
        new KeyringHolder(KeyringTokenStoreProvider.keyring(context)).probe();
      } catch (IOException e) {
        context.warn(String.valueOf(e.getMessage()));
      }
    }
  }

  private static void prepare(Path path, Warnings warnings) {
    try {
      new PrivateDirectory(path).prepare();
      if (!Files.isWritable(path)) {
        throw new AccessDeniedException(path.toString());
      }
    } catch (IOException e) {
      warnings.unwritable(path, e);
    }
  }
}
