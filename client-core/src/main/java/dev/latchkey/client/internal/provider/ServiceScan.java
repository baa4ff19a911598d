package dev.latchkey.client.internal.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.auth.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Walks through what the service loader finds, and survives services that misbehave. */
final class ServiceScan<S> {

  // A service loader that fails without going on would otherwise be asked for ever.
  private static final int MOST_FAILURES = 100;

  private static final int DEEPEST_CAUSE = 20;

  private final Class<S> kind;
  private final Function<S, String> idOf;
  private final ClassLoader loader;
  private final List<FoundService<S>> found = new ArrayList<>();

  private ServiceScan(Class<S> kind, Function<S, String> idOf, ClassLoader loader) {
    this.kind = kind;
    this.idOf = idOf;
    this.loader = loader;
  }

  /** {@return what there is, in the order of ids, the broken ones last} */
  static <S> List<FoundService<S>> scan(
      Class<S> kind, Function<S, String> idOf, ClassLoader loader) {
    ServiceScan<S> scan = new ServiceScan<>(kind, idOf, loader);
    scan.walk();
    scan.found.sort(ServiceScan::compare);
    return List.copyOf(scan.found);
  }

  private static int compare(FoundService<?> one, FoundService<?> other) {
    int brokenLast = Boolean.compare(other.isUsable(), one.isUsable());
    return brokenLast != 0 ? brokenLast : one.id().orElse("").compareTo(other.id().orElse(""));
  }

  private void walk() {
    Iterator<ServiceLoader.Provider<S>> services =
        ServiceLoader.load(kind, loader).stream().iterator();
    int failures = 0;
    while (failures < MOST_FAILURES) {
      try {
        if (!services.hasNext()) {
          return;
        }
        found.add(instantiate(services.next()));
      } catch (ServiceConfigurationError | LinkageError e) {
        failures++;
        found.add(FoundService.broken(String.valueOf(e.getMessage()), List.of()));
      }
    }
  }

  private FoundService<S> instantiate(ServiceLoader.Provider<S> entry) {
    String name = entry.type().getName();
    try {
      S service = entry.get();
      String id = idOf.apply(service);
      if (id == null || !Setting.isName(id)) {
        return FoundService.broken(name + " has an unusable id", locations(entry.type()));
      }
      return FoundService.usable(service, id, () -> locations(entry.type()));
    } catch (RuntimeException | Error e) {
      // Whatever a strange jar throws, the others must go on.
      return FoundService.broken(name + " (" + rootOf(e) + ")", locations(entry.type()));
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
    String services = "META-INF/services/" + kind.getName();
    List<String> locations = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader.getResources(services))) {
        if (lists(url, type.getName())) {
          String place = url.toString().replace("!/" + services, "");
          locations.add(place.startsWith("jar:") ? place.substring("jar:".length()) : place);
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
    try (var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int comment = line.indexOf('#');
        if ((comment < 0 ? line : line.substring(0, comment)).trim().equals(type)) {
          return true;
        }
      }
      return false;
    }
  }
}
