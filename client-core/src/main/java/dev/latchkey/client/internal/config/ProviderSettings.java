package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Setting;
import dev.latchkey.auth.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A provider's view of one profile. Reads values raw. Thread-safe; prints no values. */
final class ProviderSettings implements Settings {

  private final ProfileLookup lookup;
  private final String providerId;
  private final Map<String, Setting.Kind> kinds;
  private final Supplier<UrlTrust> trust;

  ProviderSettings(
      ProfileLookup lookup,
      String providerId,
      Map<String, Setting.Kind> kinds,
      Supplier<UrlTrust> trust) {
    this.lookup = lookup;
    this.providerId = providerId;
    this.kinds = kinds;
    this.trust = trust;
  }

  /**
   * Reads a value that is not secret.
   *
   * @throws IllegalArgumentException when it was declared as secret
   */
  @Override
  public Optional<String> text(String name) {
    if (kind(name) != Setting.Kind.TEXT) {
      throw new IllegalArgumentException("Setting '" + name + "' is secret.");
    }
    return SourcedValue.text(lookup.find(property(name)));
  }

  @Override
  public Optional<Secret> token(String name) {
    return secret(name, value -> Secret.token(value.secret().orElse(""), value.origin()));
  }

  @Override
  public Optional<Secret> password(String name) {
    return secret(name, value -> Secret.password(value.secret().orElse(""), value.origin()));
  }

  @Override
  public Optional<String> source(String name) {
    return SourcedValue.origin(SourcedValue.ifSecret(found(name)));
  }

  @Override
  public String nameForUsers(String name) {
    return lookup.nameForUsers(property(name));
  }

  private Optional<Secret> secret(String name, Function<SourcedValue, Secret> reading) {
    Optional<SourcedValue> found = SourcedValue.ifSecret(found(name));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> objection =
        found.flatMap(value -> trust.get().objection(value, nameForUsers(name)));
    if (objection.isPresent()) {
      throw new AuthConfigurationException(objection.get());
    }
    return found.map(this::fetched).filter(value -> value.secret().isPresent()).map(reading);
  }

  private SourcedValue fetched(SourcedValue value) {
    if (value.isCommand()) {
      return value.ofCommand();
    }
    return value.isInKeyring() ? value.ofKeyring(lookup.keyringProgram()) : value;
  }

  /** The value, the command that prints it, or its name in the keyring, where a token may be. */
  private Optional<SourcedValue> found(String name) {
    Optional<SourcedValue> value = lookup.find(property(name));
    if (kind(name) == Setting.Kind.TEXT
        || value.filter(SourcedValue::outranksCommands).isPresent()) {
      return value;
    }
    Optional<SourcedValue> command = lookup.command(property(name));
    if (command.isPresent()) {
      return command;
    }
    return kind(name) == Setting.Kind.TOKEN
        ? lookup.inKeyring(property(name)).or(() -> value)
        : value;
  }

  private Setting.Kind kind(String name) {
    return kinds.getOrDefault(name, Setting.Kind.TEXT);
  }

  private String property(String name) {
    return providerId + "." + name;
  }

  /** {@return the profile and provider alone} */
  @Override
  public String toString() {
    return "settings of profile " + lookup.profile() + " for " + providerId;
  }
}
