package dev.latchkey.client.internal.provider;

import dev.latchkey.auth.AuthProvider;
import dev.latchkey.client.internal.provider.ProviderCatalog.FoundProvider;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Walks through what the service loader finds, and survives providers that misbehave. */
final class ProviderScan {

  private static final String SERVICES = "META-INF/services/" + AuthProvider.class.getName();

  // A service loader that fails without going on would otherwise be asked for ever.
  private static final int MOST_FAILURES = 100;

  private static final int DEEPEST_CAUSE = 20;

  private final ClassLoader loader;
  private final List<FoundProvider> found = new ArrayList<>();

  private ProviderScan(ClassLoader loader) {
    this.loader = loader;
  }

  static List<FoundProvider> scan(ClassLoader loader) {
    ProviderScan scan = new ProviderScan(loader);
    scan.walk();
    scan.found.sort(
        Comparator.comparing(FoundProvider::isUsable)
            .reversed()
            .thenComparing(p -> p.id().orElse("")));
    return scan.found;
  }

  private void walk() {
    Iterator<ServiceLoader.Provider<AuthProvider>> providers =
        ServiceLoader.load(AuthProvider.class, loader).stream().iterator();
    int failures = 0;
    while (failures < MOST_FAILURES) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        found.add(instantiate(providers.next()));
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++;
        found.add(FoundProvider.broken(String.valueOf(e.getMessage()), null));
      }
    }
  }

  private FoundProvider instantiate(ServiceLoader.Provider<AuthProvider> entry) {
    String name = entry.type().getName();
    try {
      AuthProvider provider = entry.get();
      String id = provider.id();
      if (id == null || !id.matches("[a-z][a-z0-9-]*")) {
        return FoundProvider.broken(name + " has an unusable id", null);
      }
      return FoundProvider.usable(provider, id, locations(entry.type()));
    } catch (RuntimeException | Error e) {
      // Whatever a strange jar throws, the others must go on.
      return FoundProvider.broken(name, rootOf(e));
    }
  }

  private static Throwable rootOf(Throwable error) {
    Throwable root = error;
    for (int depth = 0; depth < DEEPEST_CAUSE && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    return root;
  }

  /**
   * The service loader takes the first of two jars that hold the same class and says nothing; their
   * service files still show both.
   */
  private List<String> locations(Class<?> type) {
    if (type.getModule().isNamed()) {
      return List.of("module " + type.getModule().getName());
    }
    List<String> locations = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader.getResources(SERVICES))) {
        if (lists(url, type.getName())) {
          locations.add(url.toString().replace("!/" + SERVICES, "").replaceFirst("^jar:", ""));
        }
      }
    } catch (IOException e) {
      locations.clear();
    }
    return locations.isEmpty() ? List.of(type.getName()) : locations;
  }

  private static boolean lists(URL services, String type) throws IOException {
    var connection = services.openConnection();
    connection.setUseCaches(false);
    try (var in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").trim())
          .anyMatch(type::equals);
    }
  }
}
