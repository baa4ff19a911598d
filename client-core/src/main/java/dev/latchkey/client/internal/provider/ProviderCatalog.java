package dev.latchkey.client.internal.provider;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private final Findings<AuthProvider> findings;
  private final String place;

  private ProviderCatalog(Findings<AuthProvider> findings, String place) {
    this.findings = findings;
    this.place = place;
  }

  /** Looks through everything that a class loader can see. */
  public static ProviderCatalog of(ClassLoader loader) {
    return new ProviderCatalog(
        new Findings<>("provider", ServiceScan.scan(AuthProvider.class, AuthProvider::id, loader)),
        "on the class path");
  }

  /**
   * Tells users to put providers into a folder, where errors otherwise speak of the class path.
   *
   * @param folder the folder
   * @return a copy
   */
  public ProviderCatalog withFolder(Path folder) {
    return new ProviderCatalog(findings, "into " + folder);
  }

  /** {@return what was found, in the order of ids, the broken ones last} */
  public List<FoundService<AuthProvider>> found() {
    return findings.all();
  }

  /**
   * Chooses the provider of a profile.
   *
   * @throws AuthConfigurationException when the rule chooses none
   */
  public AuthProvider select(Optional<String> id, String profile) {
    List<FoundService<AuthProvider>> candidates = findings.candidates(id);
    if (candidates.isEmpty()) {
      throw new AuthConfigurationException(
          id.map(wanted -> unknown(wanted, profile)).orElseGet(() -> none(profile)));
    }
    if (candidates.size() > 1 && id.isEmpty()) {
      throw new AuthConfigurationException(ambiguous(candidates, profile));
    }
    return findings.only(candidates);
  }

  private String none(String profile) {
    return "No provider was found for profile '"
        + profile
        + "'. Put one "
        + place
        + ", such as "
        + KnownArtifacts.all()
        + findings.broken();
  }

  private String unknown(String id, String profile) {
    String remedy =
        KnownArtifacts.of(id)
            .map(artifact -> "Put " + artifact + " " + place + ".")
            .orElse("Put the jar that has it " + place + ", or correct the id.");
    return "Profile '"
        + profile
        + "' needs the provider '"
        + id
        + "', which was not found (found: "
        + findings.ids()
        + "). "
        + remedy
        + findings.broken();
  }

  private static String ambiguous(List<FoundService<AuthProvider>> candidates, String profile) {
    return "Profile '"
        + profile
        + "' does not say which provider it needs, and there are several ("
        + candidates.stream().map(p -> p.id().orElseThrow()).collect(Collectors.joining(", "))
        + "). Set latchkey.profiles."
        + profile
        + ".provider to one of them.";
  }
}
