package dev.latchkey.client.internal.config;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Values that have been read. Immutable; prints none of them. */
final class MapSource implements ConfigSource {

  private final String location;
  private final Map<String, String> values;

  MapSource(String location, Map<String, String> values) {
    this.location = location;
    this.values = Map.copyOf(values);
  }

  @Override
  public Set<String> getPropertyNames() {
    return values.keySet();
  }

  @Override
  public @Nullable String getValue(String name) {
    return values.get(name);
  }

  @Override
  public String getName() {
    return location;
  }

  @Override
  public String toString() {
    return location;
  }
}
