package dev.latchkey.client.internal.provider;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The providers found by the service loader, and the rule by which one is chosen:
 *
 * <ul>
 *   <li>an id that is asked for means exactly the provider that has it;
 *   <li>without an id, the only provider there is;
 *   <li>none, several without an id, an unknown id, or an id that several have, is an error that
 *       says what was found and what to do.
 * </ul>
 *
 * A provider that cannot be loaded is remembered, and matters only where it might be the one asked
 * for. Immutable.
 */
public final class ProviderCatalog {

  private final List<FoundProvider> found;

  private ProviderCatalog(List<FoundProvider> found) {
    this.found = List.copyOf(found);
  }

  /** Looks through everything that a class loader can see. */
  public static ProviderCatalog of(ClassLoader loader) {
    return new ProviderCatalog(ProviderScan.scan(loader));
  }

  /** {@return what was found, in the order of ids, the broken ones last} */
  public List<FoundProvider> found() {
    return found;
  }

  /**
   * Chooses the provider of a profile.
   *
   * @throws AuthConfigurationException when the rule chooses none
   */
  public AuthProvider select(Optional<String> id, String profile) {
    List<FoundProvider> candidates =
        found.stream().filter(FoundProvider::isUsable).filter(p -> matches(p, id)).toList();
    if (candidates.isEmpty()) {
      throw new AuthConfigurationException(
          id.map(wanted -> unknown(wanted, profile)).orElseGet(() -> none(profile)));
    }
    if (candidates.size() > 1) {
      throw new AuthConfigurationException(
          id.isPresent() ? duplicated(candidates) : ambiguous(candidates, profile));
    }
    FoundProvider only = candidates.get(0);
    if (only.locations().size() > 1) {
      throw new AuthConfigurationException(duplicated(candidates));
    }
    return only.provider().orElseThrow();
  }

  private static boolean matches(FoundProvider candidate, Optional<String> id) {
    return id.isEmpty() || id.equals(candidate.id());
  }

  private String none(String profile) {
    return "No provider was found for profile '"
        + profile
        + "'. Put one on the class path, such as "
        + KnownArtifacts.all()
        + broken();
  }

  private String unknown(String id, String profile) {
    String remedy =
        KnownArtifacts.of(id)
            .map(artifact -> "Put " + artifact + " on the class path.")
            .orElse("Put the jar that has it on the class path, or correct the id.");
    return "Profile '"
        + profile
        + "' needs the provider '"
        + id
        + "', which was not found (found: "
        + ids()
        + "). "
        + remedy
        + broken();
  }

  private static String ambiguous(List<FoundProvider> candidates, String profile) {
    return "Profile '"
        + profile
        + "' does not say which provider it needs, and there are several ("
        + candidates.stream().map(p -> p.id().orElseThrow()).collect(Collectors.joining(", "))
        + "). Set latchkey.profiles."
        + profile
        + ".provider to one of them.";
  }

  private static String duplicated(List<FoundProvider> candidates) {
    List<String> places = new ArrayList<>();
    candidates.forEach(candidate -> places.addAll(candidate.locations()));
    return "The provider '"
        + candidates.get(0).id().orElseThrow()
        + "' was found more than once: "
        + String.join(", ", places)
        + ". Leave one of them on the class path.";
  }

  private String ids() {
    String ids =
        found.stream()
            .map(FoundProvider::id)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return ids.isEmpty() ? "none" : ids;
  }

  private String broken() {
    String broken =
        found.stream()
            .map(FoundProvider::problem)
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return broken.isEmpty() ? "" : " Could not be loaded: " + broken;
  }

  /**
   * A provider, or what is left of one that could not be loaded.
   *
   * @param provider the provider, if it could be loaded
   * @param id its id, if it could be loaded
   * @param problem why it could not be loaded, without a stack trace
   * @param locations where it was found: one place, or more where its jar is there twice
   */
  public record FoundProvider(
      Optional<AuthProvider> provider,
      Optional<String> id,
      Optional<String> problem,
      List<String> locations) {

    static FoundProvider usable(AuthProvider provider, String id, List<String> locations) {
      return new FoundProvider(Optional.of(provider), Optional.of(id), Optional.empty(), locations);
    }

    static FoundProvider broken(String name, @Nullable Throwable cause) {
      String why = cause == null ? "" : " (" + cause + ")";
      return new FoundProvider(
          Optional.empty(), Optional.empty(), Optional.of(name + why), List.of());
    }

    /** {@return whether it could be loaded} */
    public boolean isUsable() {
      return provider.isPresent();
    }
  }
}
