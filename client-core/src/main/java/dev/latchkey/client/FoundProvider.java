package dev.latchkey.client;

import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.Setting;
import dev.latchkey.auth.TokenStoreProvider;
import dev.latchkey.client.internal.provider.FoundService;
import dev.latchkey.client.internal.provider.ProviderCatalog;
import dev.latchkey.client.internal.provider.TokenStoreCatalog;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A provider on the class path or module path, or what is left of one that could not be loaded.
 *
 * @param id the provider's id, if it could be loaded
 * @param description what it does; empty if it could not be loaded
 * @param version that of its jar, if the jar tells
 * @param settings what it reads
 * @param problem why it could not be loaded, if it could not
 * @param locations where it was found; more than one place is a problem as soon as it is used
 */
public record FoundProvider(
    Optional<String> id,
    String description,
    Optional<String> version,
    List<Setting> settings,
    Optional<String> problem,
    List<String> locations) {

  /**
   * Looks through everything that the caller's class loader can see.
   *
   * @return what was found, ordered by id, what could not be loaded last
   */
  public static List<FoundProvider> all() {
    return ProviderCatalog.of(ClassLoaders.ofCaller()).found().stream()
        .map(found -> of(found, AuthProvider::description, AuthProvider::settings))
        .toList();
  }

  /**
   * Looks for token stores instead, as {@link #all()} does.
   *
   * @return what was found, without settings
   */
  public static List<FoundProvider> tokenStores() {
    return TokenStoreCatalog.of(ClassLoaders.ofCaller()).found().stream()
        .map(found -> of(found, TokenStoreProvider::description, store -> List.of()))
        .toList();
  }

  private static <S> FoundProvider of(
      FoundService<S> found, Function<S, String> description, Function<S, List<Setting>> settings) {
    try {
      return new FoundProvider(
          found.id(),
          found.service().map(description).orElse(""),
          found.service().map(Object::getClass).flatMap(FoundProvider::versionOf),
          List.copyOf(found.service().map(settings).orElse(List.of())),
          found.problem(),
          found.locations());
    } catch (RuntimeException | LinkageError e) {
      return new FoundProvider(
          found.id(),
          "",
          Optional.empty(),
          List.of(),
          Optional.of("It does not describe itself (" + e + ")"),
          found.locations());
    }
  }

  private static Optional<String> versionOf(Class<?> type) {
    return Optional.ofNullable(type.getPackage().getImplementationVersion())
        .or(
            () ->
                Optional.ofNullable(type.getModule().getDescriptor())
                    .flatMap(module -> module.rawVersion()));
  }
}
