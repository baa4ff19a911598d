package dev.latchkey.client.internal.provider;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.TokenStoreProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The token stores found by the service loader. An id means exactly the store that has it; one that
 * is unknown, or that several have, is an error that says what was found. A store that cannot be
 * loaded matters only to whoever asks for one that is not there. Immutable.
 */
public final class TokenStoreCatalog {

  private final Findings<TokenStoreProvider> findings;
  private final String place;

  private TokenStoreCatalog(Findings<TokenStoreProvider> findings, String place) {
    this.findings = findings;
    this.place = place;
  }

  /** Looks through everything that a class loader can see. */
  public static TokenStoreCatalog of(ClassLoader loader) {
    return new TokenStoreCatalog(
        new Findings<>(
            "token store",
            ServiceScan.scan(TokenStoreProvider.class, TokenStoreProvider::id, loader)),
        "on the class path");
  }

  /**
   * Tells users to put stores into a folder, where errors otherwise speak of the class path.
   *
   * @param folder the folder
   * @return a copy
   */
  public TokenStoreCatalog withFolder(Path folder) {
    return new TokenStoreCatalog(findings, "into " + folder);
  }

  /** {@return what was found, in the order of ids, the broken ones last} */
  public List<FoundService<TokenStoreProvider>> found() {
    return findings.all();
  }

  /**
   * Chooses a store.
   *
   * @param id the id that is asked for
   * @param where where it is asked for, for messages
   * @throws AuthConfigurationException when there is not exactly one
   */
  public TokenStoreProvider select(String id, String where) {
    List<FoundService<TokenStoreProvider>> candidates = findings.candidates(Optional.of(id));
    if (candidates.isEmpty()) {
      throw new AuthConfigurationException(
          where
              + " asks for the token store '"
              + id
              + "', which was not found (found: "
              + findings.ids()
              + "). Put the jar that has it "
              + place
              + ", or correct the id."
              + findings.broken());
    }
    return findings.only(candidates);
  }
}
