package dev.latchkey.cli.rotate;

import dev.latchkey.client.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where rotations under way are written down, for their owner alone. Immutable. */
public final class Journal {

  private static final String ENDING = ".rotation";

  private final Path directory;

  /**
   * Takes the directory, which need not exist.
   *
   * @param directory one for each service
   */
  public Journal(Path directory) {
    this.directory = directory;
  }

  Optional<Rotation> find(String oldId) {
    return Optional.of(file(oldId)).filter(SettingsFile::exists).map(Rotation::of);
  }

  List<Rotation> all() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted()
          .map(file -> Rotation.of(SettingsFile.gofigr(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Rotation rotation) {
    file(rotation.oldId()).set(rotation.fields());
  }

  void forget(Rotation rotation) {
    try {
      Files.deleteIfExists(file(rotation.oldId()).path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ids are the server's: one of another kind must not lead elsewhere. */
  private SettingsFile file(String oldId) {
    return SettingsFile.gofigr(directory.resolve(oldId.replaceAll("[^A-Za-z0-9-]", "_") + ENDING));
  }
}
