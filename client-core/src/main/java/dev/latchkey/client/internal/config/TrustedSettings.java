package dev.latchkey.client.internal.config;

import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Settings;
import java.util.Optional;

/**
 * Settings that belong to no profile, without those from files that were merely found, because
 * anybody may have put them there. Reads values raw. Thread-safe; prints no values.
 */
final class TrustedSettings implements Settings {

  private final Sources sources;
  private final String prefix;

  TrustedSettings(Sources sources, String prefix) {
    this.sources = sources;
    this.prefix = prefix;
  }

  private Optional<SourcedValue> find(String name) {
    return SourcedValue.checked(sources.firstTrusted(nameForUsers(name)));
  }

  @Override
  public Optional<String> text(String name) {
    return SourcedValue.text(find(name));
  }

  @Override
  public Optional<Secret> token(String name) {
    return secret(name).map(value -> Secret.token(value.secret().orElse(""), value.origin()));
  }

  @Override
  public Optional<Secret> password(String name) {
    return secret(name).map(value -> Secret.password(value.secret().orElse(""), value.origin()));
  }

  @Override
  public Optional<String> source(String name) {
    return SourcedValue.origin(secret(name));
  }

  private Optional<SourcedValue> secret(String name) {
    return SourcedValue.ifSecret(find(name));
  }

  @Override
  public String nameForUsers(String name) {
    return prefix + name;
  }

  /** {@return the prefix alone} */
  @Override
  public String toString() {
    return "settings below " + prefix;
  }
}
