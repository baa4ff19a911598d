package dev.latchkey.client.internal.config;

import static java.util.stream.Collectors.toMap;

import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
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

  private ConfigurationSources() {}

  static Sources inOrder(ConfigurationOptions options, List<PlacedSource> files) {
    List<PlacedSource> own = new ArrayList<>();
    own.add(inMemory(Place.EXPLICIT, options.explicit()));
    own.add(inMemory(Place.SYSTEM_PROPERTIES, options.systemProperties()));
    own.add(inMemory(Place.ENVIRONMENT, environment(options)));
    own.addAll(files);
    // Among themselves they are in order. Loading SmallRye takes longer than many a command.
    return new Sources(
        EmbeddedSources.areSeenBy(options.classLoader())
            ? withEmbedded(own, options.classLoader())
            : own);
  }

  private static List<PlacedSource> withEmbedded(List<PlacedSource> own, ClassLoader loader) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .forClassLoader(loader)
            .withSources(List.copyOf(own))
            .withSources(
                PropertiesConfigSourceLoader.inClassPath(
                    EmbeddedSources.FILE, Place.EMBEDDER.ordinalOfSource(), loader))
            .addDiscoveredSources()
            .build();
    return StreamSupport.stream(config.getConfigSources().spliterator(), false)
        .map(
            source -> source instanceof PlacedSource placed ? placed : PlacedSource.foreign(source))
        .toList();
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
