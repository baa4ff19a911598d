package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Setting;
import dev.latchkey.auth.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The settings of one profile. Each method that reads a value throws {@link
 * AuthConfigurationException} where the value that counts stands in a file that must not be
 * believed. Thread-safe; prints no values.
 */
public final class ProfileSettings {

  private static final String BASE_URL = "base-url";
  private static final String PROVIDER = "provider";
  private static final List<String> OWN =
      List.of("preset", PROVIDER, "paging", "workspace", "allowed-origins");

  /** Names of variables of other programs: those of some change what a program does. */
  private static final Set<String> ONLY_IF_TRUSTED =
      Set.of("token-variable", "url-variable", "url-variable-end");

  private final ProfileLookup lookup;

  ProfileSettings(ProfileLookup lookup) {
    this.lookup = lookup;
  }

  /** {@return the name of the profile} */
  public String name() {
    return lookup.profile();
  }

  /**
   * Reads where the service lives.
   *
   * @return an absolute URL that ends in a slash: {@code https}, or {@code http} to this machine
   *     itself; without user information, query and fragment
   * @throws AuthConfigurationException when there is none, or it is another kind of URL; the
   *     message tells its source
   */
  public URI baseUrl() {
    return BaseUrl.parse(name(), foundUrl());
  }

  /** {@return the origin of {@link #baseUrl()}} */
  public Origin origin() {
    return Origin.of(baseUrl());
  }

  /** {@return the provider that the profile asks for} */
  public Optional<String> providerId() {
    return text(PROVIDER);
  }

  /**
   * Reads a value that is not secret and belongs to the profile, not to its provider.
   *
   * @param property its name below the profile, such as {@code workspace}
   * @return the value
   */
  public Optional<String> text(String property) {
    return SourcedValue.text(
        ONLY_IF_TRUSTED.contains(property)
            ? lookup.find(property, value -> !value.place().isFoundByLocation())
            : lookup.find(property));
  }

  /**
   * Tells where a value of the profile comes from, for messages.
   *
   * @param property its name below the profile
   * @return a description such as {@code environment variable GF_WORKSPACE}
   */
  public Optional<String> source(String property) {
    return lookup
        .find(property)
        .filter(value -> value.text().isPresent())
        .map(SourcedValue::origin);
  }

  /**
   * Tells by which name a user sets a value of the profile, for messages.
   *
   * @param property its name below the profile
   * @return a short name such as {@code GF_WORKSPACE_ID}, or the full name of the property
   */
  public String nameForUsers(String property) {
    return lookup.nameForUsers(property);
  }

  /**
   * Gives a provider its view. Reading a secret there throws {@link AuthConfigurationException}
   * when a file that was merely found wants it sent to an origin of its own.
   *
   * @param providerId the provider
   * @param declared the settings it reads
   * @return its settings
   */
  public Settings settings(String providerId, List<Setting> declared) {
    Map<String, Setting.Kind> kinds = new HashMap<>();
    for (Setting setting : declared) {
      kinds.put(setting.name(), setting.kind());
    }
    return new ProviderSettings(lookup, providerId, kinds, this::trust);
  }

  /**
   * Tells what a token is called in the keyring.
   *
   * @param property the token's name below the profile, such as {@code api-key.key}
   * @return the name that the user's own file gives it, whether a value elsewhere outranks it or
   *     not
   */
  public Optional<String> nameInKeyring(String property) {
    return lookup.inKeyring(property).map(KeyringToken::name);
  }

  /**
   * Makes sure that a person may be asked for credentials.
   *
   * @throws AuthConfigurationException when the base URL stands in a file that was merely found,
   *     and is neither the preset's own nor allowed
   */
  public void requireTrustedUrl() {
    trust().requireForPrompt();
  }

  /**
   * Follows the profile's own values and each of the provider's settings through all sources. Reads
   * everything and throws nothing for what it finds.
   *
   * @param providerId the provider
   * @param declared the settings it reads
   * @return every source that has each of them, in order, the one that counts first
   */
  public List<SettingTrace> trace(String providerId, List<Setting> declared) {
    List<SettingTrace> traces = new ArrayList<>();
    traces.addAll(trace(BASE_URL, this::objectionToUrl));
    for (String property : OWN) {
      traces.addAll(trace(property, value -> Optional.empty()));
    }
    for (Setting setting : declared) {
      String property = providerId + "." + setting.name();
      traces.addAll(
          trace(
              property,
              value -> setting.isSecret() ? objectionTo(value, property) : Optional.empty()));
      if (setting.isSecret()) {
        traces.addAll(traceBehind(property, setting.kind()));
      }
    }
    return List.copyOf(traces);
  }

  /** What tells a secret where no value does: a command, or for a token its name in the keyring. */
  private List<SettingTrace> traceBehind(String property, Setting.Kind kind) {
    boolean isOutranked =
        lookup.all(property).findFirst().filter(SourcedValue::outranksCommands).isPresent();
    List<SettingTrace> traces = traceOwn(property, SourcedValue.COMMAND, isOutranked);
    if (kind == Setting.Kind.TOKEN) {
      boolean isHidden = isOutranked || lookup.command(property).isPresent();
      return Stream.concat(
              traces.stream(), traceOwn(property, SourcedValue.KEYRING, isHidden).stream())
          .toList();
    }
    return traces;
  }

  private List<SettingTrace> traceOwn(String property, String ending, boolean isOutranked) {
    String name = property + ending;
    List<SourcedValue> values = lookup.all(name).toList();
    return isOutranked
        ? SettingTracing.traceShadowed(name, values)
        : SettingTracing.traceOwn(name, values, value -> objectionTo(value, property));
  }

  private List<SettingTrace> trace(
      String property, Function<SourcedValue, Optional<String>> objection) {
    return SettingTracing.trace(property, lookup.all(property), objection);
  }

  private Optional<String> objectionToUrl(SourcedValue value) {
    try {
      BaseUrl.parse(name(), value);
      return Optional.empty();
    } catch (AuthConfigurationException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private Optional<String> objectionTo(SourcedValue secret, String property) {
    try {
      return trust().objection(secret, nameForUsers(property));
    } catch (AuthConfigurationException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private UrlTrust trust() {
    return new UrlTrust(lookup, foundUrl(), origin());
  }

  private SourcedValue foundUrl() {
    Optional<SourcedValue> url = lookup.find(BASE_URL);
    if (SourcedValue.text(url).isEmpty()) {
      throw new AuthConfigurationException(
          "Profile '"
              + name()
              + "' does not say where its service is. Set "
              + lookup.fullName(BASE_URL)
              + ", or "
              + lookup.fullName("preset")
              + " to one of: "
              + Preset.names()
              + ".");
    }
    return url.get();
  }

  /** {@return the name of the profile alone} */
  @Override
  public String toString() {
    return "profile " + name();
  }
}
