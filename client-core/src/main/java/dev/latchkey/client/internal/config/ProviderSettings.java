package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Settings;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A provider's view of one profile. Reads values raw. Thread-safe; prints no values. */
final class ProviderSettings implements Settings {

  private final ProfileLookup lookup;
  private final String providerId;
  private final Set<String> secretNames;
  private final Supplier<UrlTrust> trust;

  ProviderSettings(
      ProfileLookup lookup, String providerId, Set<String> secretNames, Supplier<UrlTrust> trust) {
    this.lookup = lookup;
    this.providerId = providerId;
    this.secretNames = secretNames;
    this.trust = trust;
  }

  /**
   * Reads a value that is not secret.
   *
   * @throws IllegalArgumentException when it was declared as secret
   */
  @Override
  public Optional<String> text(String name) {
    if (secretNames.contains(name)) {
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
    return found
        .map(value -> value.isCommand() ? value.ofCommand() : value)
        .filter(value -> value.secret().isPresent())
        .map(reading);
  }

  /** The value, or the command that prints it: a secret may come from either. */
  private Optional<SourcedValue> found(String name) {
    Optional<SourcedValue> value = lookup.find(property(name));
    return secretNames.contains(name) && value.filter(SourcedValue::outranksCommands).isEmpty()
        ? lookup.command(property(name)).or(() -> value)
        : value;
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
