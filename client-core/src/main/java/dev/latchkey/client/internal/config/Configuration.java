package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is configured, and where. Files are read once, when it is loaded; what embedders
 * bring is asked each time. Thread-safe; prints no values.
 */
public final class Configuration {

  private static final String PROFILE = "latchkey.profile";
  private static final List<String> TRUSTED =
      List.of("latchkey.cache-dir", "latchkey.response-cache");
  private static final List<String> GLOBAL =
      List.of(PROFILE, "latchkey.timeout", "latchkey.token-cache");

  private final Sources sources;
  private final List<SourceTrace> files;
  private @Nullable ProfileCensus census;
  private final List<String> notes;

  private Configuration(Sources sources, List<SourceTrace> files, List<String> notes) {
    this.sources = sources;
    this.files = files;
    this.notes = notes;
  }

  /**
   * Reads all sources, highest first: explicit values, system properties, environment, {@code .env}
   * of the working directory or the file named instead, the nearest {@code .latchkey}, the nearest
   * {@code .gofigr}, the user's configuration file, what embedders bring (by their own ordinals,
   * 100 unless set), presets.
   *
   * <p>A file that was found, but cannot be read or must not be believed, matters only where its
   * value would count: reading that value is the error then.
   *
   * @param options where to read
   * @param json the parser for {@code .gofigr}
   * @return the configuration
   * @throws AuthConfigurationException when an env file that was named cannot be read or must not
   *     be believed
   */
  public static Configuration load(ConfigurationOptions options, JsonText json) {
    FileSources files = FileSources.read(options, json);
    return new Configuration(
        ConfigurationSources.inOrder(options, files.sources()), files.tried(), files.notes());
  }

  /**
   * Tells in which variables an environment holds credentials, or decides where they go.
   *
   * @param environment variables by name
   * @return their names
   */
  public static Set<String> credentialVariables(Map<String, String> environment) {
    Set<String> names = new TreeSet<>(PropertyNames.own(environment).keySet());
    names.removeIf(name -> Preset.isOfProfileAlone(name));
    return names;
  }

  /**
   * Reads a value that belongs to no profile.
   *
   * @param property its full name, such as {@code latchkey.token-cache}
   * @return the value, unexpanded
   */
  public Optional<String> text(String property) {
    return SourcedValue.text(sources.winner(property));
  }

  /**
   * Reads a value that belongs to no profile, and passes over files that were merely found, because
   * anybody may have put them there.
   *
   * @param property its full name
   * @return the value, unexpanded
   */
  public Optional<String> trustedText(String property) {
    return trusted("").text(property);
  }

  /**
   * Gives the values that belong to no profile, as {@link #trustedText} reads them.
   *
   * @param prefix what their full names begin with
   * @return the settings, by the rest of their names
   */
  public Settings trusted(String prefix) {
    return new TrustedSettings(sources, prefix);
  }

  /**
   * Tells where a value that belongs to no profile comes from, for messages.
   *
   * @param property its full name
   * @return a description such as {@code environment variable LATCHKEY_CACHE_DIR}
   */
  public Optional<String> source(String property) {
    return sources
        .winner(property)
        .filter(value -> value.text().isPresent())
        .map(SourcedValue::origin);
  }

  /** Taken when it is first needed, for which a named profile gives no reason. */
  private synchronized ProfileCensus census() {
    ProfileCensus known = census;
    if (known == null) {
      known = ProfileCensus.of(sources);
      census = known;
    }
    return known;
  }

  /** {@return the profiles known, in alphabetical order} */
  public Set<String> profileNames() {
    return new TreeSet<>(census().known());
  }

  /**
   * Infers the profile from what is set.
   *
   * @return the one profile for which any source but the presets holds a value
   */
  public Optional<String> impliedProfile() {
    Set<String> used = census().used();
    return used.size() == 1 ? used.stream().findFirst() : Optional.empty();
  }

  /** {@return the error for when there is no telling which profile is meant, not thrown} */
  public AuthConfigurationException undecided() {
    Set<String> used = new TreeSet<>(census().used());
    String why =
        used.isEmpty()
            ? "No profile is chosen. "
            : "No profile is chosen, and there are settings for several (" + listed(used) + "). ";
    return new AuthConfigurationException(
        why
            + "Use --profile NAME or LATCHKEY_PROFILE. Profiles known: "
            + listed(profileNames())
            + ".");
  }

  /**
   * Gives the settings of one profile.
   *
   * @param name its name
   * @return its settings
   * @throws AuthConfigurationException when it is unknown; the message lists the profiles known
   */
  public ProfileSettings profile(String name) {
    ProfileLookup lookup = ProfileLookup.of(name, sources);
    // A source may hold a profile without listing its names; then there is no need to count.
    if (!lookup.has("base-url") && !census().known().contains(name)) {
      throw new AuthConfigurationException(
          "There is no profile '"
              + name
              + "'. Profiles known: "
              + listed(profileNames())
              + ". To make one, set "
              + lookup.fullName("base-url")
              + ".");
    }
    return new ProfileSettings(lookup);
  }

  /** {@return what was passed over while loading, one sentence each, without contents} */
  public List<String> notes() {
    return notes;
  }

  /** {@return every place where settings were looked for, highest first} */
  public List<SourceTrace> tried() {
    List<SourceTrace> tried = new ArrayList<>();
    addTried(tried, place -> place.ordinalOfSource() >= Place.ENVIRONMENT.ordinalOfSource());
    tried.addAll(files);
    addTried(tried, place -> place == Place.EMBEDDER);
    Preset.ALL.forEach(preset -> tried.add(SourceTrace.ofPreset(preset)));
    return List.copyOf(tried);
  }

  private void addTried(List<SourceTrace> tried, Predicate<Place> wanted) {
    sources.stream()
        .filter(source -> wanted.test(source.place()))
        .filter(source -> source.place() != Place.EMBEDDER || source.hasNames())
        .map(SourceTrace::of)
        .forEach(tried::add);
  }

  /**
   * Follows the values that belong to no profile through all sources.
   *
   * @return every source that has each of them, the one that counts first
   */
  public List<SettingTrace> trace() {
    List<SettingTrace> traces = new ArrayList<>();
    for (String property : GLOBAL) {
      traces.addAll(
          SettingTracing.trace(
              property, sources.all(property, List.of()), value -> Optional.empty()));
    }
    for (String property : TRUSTED) {
      traces.addAll(
          SettingTracing.traceTrusted(property, sources.all(property, List.of()).toList()));
    }
    return List.copyOf(traces);
  }

  /**
   * Tells whether anything is set for a profile.
   *
   * @param profile its name
   * @return whether any source but the presets holds a value
   */
  public boolean isUsed(String profile) {
    return census().used().contains(profile);
  }

  private static String listed(Set<String> names) {
    return String.join(", ", names);
  }

  /** {@return the names of the profiles alone} */
  @Override
  public String toString() {
    return "configuration of " + listed(profileNames());
  }
}
