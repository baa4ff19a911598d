package dev.latchkey.client;

import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Settings;
import java.util.Map;
import java.util.Optional;

/** Settings of a provider in which values set in code win. Immutable; prints no values. */
final class CodeSettings implements Settings {

  private static final String SOURCE = "code";

  private final Map<String, String> values;
  private final Settings others;

  CodeSettings(Map<String, String> values, Settings others) {
    this.values = Map.copyOf(values);
    this.others = others;
  }

  private Optional<String> own(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public Optional<String> text(String name) {
    return own(name).or(() -> others.text(name));
  }

  @Override
  public Optional<Secret> token(String name) {
    return own(name).map(value -> Secret.token(value, SOURCE)).or(() -> others.token(name));
  }

  @Override
  public Optional<Secret> password(String name) {
    return own(name).map(value -> Secret.password(value, SOURCE)).or(() -> others.password(name));
  }

  @Override
  public Optional<String> source(String name) {
    return own(name).map(value -> SOURCE).or(() -> others.source(name));
  }

  @Override
  public String nameForUsers(String name) {
    return others.nameForUsers(name);
  }

  @Override
  public String toString() {
    return "CodeSettings" + values.keySet();
  }
}
