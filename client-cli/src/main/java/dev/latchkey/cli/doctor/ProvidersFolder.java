package dev.latchkey.cli.doctor;

import dev.latchkey.client.FoundProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of the installation into which jars of providers are put.
 *
 * @param path where it is
 * @param jars its jars, and whether a provider or token store was found in each
 */
public record ProvidersFolder(Path path, Map<Path, Boolean> jars) {

  /**
   * Looks into it.
   *
   * @param path the folder
   * @param found all that was found on the class path
   * @return its jars
   */
  public static ProvidersFolder at(Path path, Collection<FoundProvider> found) {
    Set<URI> places =
        found.stream()
            .flatMap(provider -> provider.locations().stream())
            .filter(location -> location.startsWith("file:"))
            .map(URI::create)
            .collect(Collectors.toSet());
    Map<Path, Boolean> jars = new LinkedHashMap<>();
    list(path).forEach(jar -> jars.put(jar, places.contains(jar.toUri())));
    return new ProvidersFolder(path, jars);
  }

  private static List<Path> list(Path path) {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
