package dev.latchkey.client.internal.config;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** What an application brings along: a source that does not list its names. */
public final class EmbeddedSource implements ConfigSource {

  /** Made by the service loader. */
  public EmbeddedSource() {}

  @Override
  public Set<String> getPropertyNames() {
    return Set.of();
  }

  @Override
  public @Nullable String getValue(String name) {
    return name.equals("latchkey.profiles.vault.base-url") ? "https://vault.example" : null;
  }

  @Override
  public String getName() {
    return "embedded";
  }
}
