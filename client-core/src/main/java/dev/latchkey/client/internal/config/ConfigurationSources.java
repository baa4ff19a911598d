package dev.latchkey.client.internal.config;

import static java.util.stream.Collectors.toMap;

import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Puts all sources into the order of their ordinals. Adds no interceptors, so that nothing expands
 * a {@code $} in a password, and none of SmallRye's own sources for environment and files.
 * Stateless.
 */
final class ConfigurationSources {

  private static final String EMBEDDED = "META-INF/microprofile-config.properties";

  private ConfigurationSources() {}

  static Sources inOrder(ConfigurationOptions options, List<PlacedSource> files) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .forClassLoader(options.classLoader())
            .withSources(
                inMemory(Place.EXPLICIT, options.explicit()),
                inMemory(Place.SYSTEM_PROPERTIES, options.systemProperties()),
                inMemory(Place.ENVIRONMENT, environment(options)))
            .withSources(List.copyOf(files))
            .withSources(
                PropertiesConfigSourceLoader.inClassPath(
                    EMBEDDED, Place.EMBEDDER.ordinalOfSource(), options.classLoader()))
            .addDiscoveredSources()
            .build();
    return new Sources(
        StreamSupport.stream(config.getConfigSources().spliterator(), false)
            .map(source -> source instanceof PlacedSource own ? own : PlacedSource.foreign(source))
            .toList());
  }

  private static PlacedSource inMemory(Place place, Map<String, String> values) {
    return PlacedSource.inMemory(place, "", PropertyNames.own(values));
  }

  /** Windows does not tell upper case from lower in the names of variables. */
  private static Map<String, String> environment(ConfigurationOptions options) {
    if (!options.surroundings().isWindows()) {
      return options.environment();
    }
    return options.environment().entrySet().stream()
        .collect(
            toMap(
                variable -> variable.getKey().toUpperCase(Locale.ROOT),
                Map.Entry::getValue,
                (one, other) -> one));
  }
}
