package dev.latchkey.auth.testkit;

import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Settings;
import java.util.Map;
import java.util.Optional;

/** Settings from a map. Immutable. */
public final class FakeSettings implements Settings {

  private final Map<String, String> values;

  /**
   * Takes the values.
   *
   * @param values by name; copied
   */
  public FakeSettings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  @Override
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public Optional<Secret> token(String name) {
    return text(name).map(value -> Secret.token(value, "test setting " + name));
  }

  @Override
  public Optional<Secret> password(String name) {
    return text(name).map(value -> Secret.password(value, "test setting " + name));
  }

  @Override
  public Optional<String> source(String name) {
    return text(name).map(value -> "test setting " + name);
  }

  /** {@return the names alone, since values may be secret} */
  @Override
  public String toString() {
    return "FakeSettings" + values.keySet();
  }
}
