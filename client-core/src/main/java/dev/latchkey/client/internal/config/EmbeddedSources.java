package dev.latchkey.client.internal.config;

import io.smallrye.config.ConfigSourceFactory;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;

/** What an application brings along for MicroProfile Config to find. Stateless. */
final class EmbeddedSources {

  static final String FILE = "META-INF/microprofile-config.properties";

  private EmbeddedSources() {}

  /** Whether there is anything; looks, and makes nothing of it. */
  static boolean areSeenBy(ClassLoader loader) {
    return loader.getResource(FILE) != null
        || isProvided(ServiceLoader.load(ConfigSource.class, loader))
        || isProvided(ServiceLoader.load(ConfigSourceProvider.class, loader))
        || isProvided(ServiceLoader.load(ConfigSourceFactory.class, loader));
  }

  private static boolean isProvided(ServiceLoader<?> services) {
    var found = services.stream().iterator();
    while (found.hasNext()) {
      // SmallRye's own factory finds nothing by itself.
      if (!found.next().type().getPackageName().equals("io.smallrye.config")) {
        return true;
      }
    }
    return false;
  }
}
