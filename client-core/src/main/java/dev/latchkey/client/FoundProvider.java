package dev.latchkey.client;

import dev.latchkey.auth.AuthProvider;
import dev.latchkey.client.internal.provider.ProviderCatalog;
import java.util.List;
import java.util.Optional;

/**
 * A provider on the class path or module path, or what is left of one that could not be loaded.
 *
 * @param id the provider's id, if it could be loaded
 * @param description what it does; empty if it could not be loaded
 * @param problem why it could not be loaded, if it could not
 * @param locations where it was found; more than one place is a problem as soon as it is used
 */
public record FoundProvider(
    Optional<String> id, String description, Optional<String> problem, List<String> locations) {

  /**
   * Looks through everything that the caller's class loader can see.
   *
   * @return what was found, ordered by id, what could not be loaded last
   */
  public static List<FoundProvider> all() {
    return ProviderCatalog.of(ClassLoaders.ofCaller()).found().stream()
        .map(
            found ->
                new FoundProvider(
                    found.id(),
                    found.service().map(AuthProvider::description).orElse(""),
                    found.problem(),
                    found.locations()))
        .toList();
  }
}
