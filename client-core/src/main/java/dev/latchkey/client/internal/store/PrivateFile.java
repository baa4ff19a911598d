package dev.latchkey.client.internal.store;

import dev.latchkey.client.internal.file.OwnerOnly;
import dev.latchkey.client.internal.file.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small file that is read only if nobody else can have written it, and replaced whole. */
final class PrivateFile {

  private final PrivateDirectory directory;
  private final Path path;

  PrivateFile(PrivateDirectory directory, Path path) {
    this.directory = directory;
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** {@return the content, or empty when there is no file} */
  Optional<byte[]> read() throws IOException {
    return new SteadyFile(path, directory.self(), OwnerOnly.ALL).read();
  }

  /** Puts new content in the place of the old one. Whoever reads sees either, whole. */
  void replace(byte[] content) throws IOException {
    FileIdentity.checkSize(path, content.length);
    String prefix = path.getFileName().toString().replace(FileNames.TOKEN, ".");
    try (Replacement replacement = Replacement.beside(path, prefix)) {
      replacement.put(content);
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
    directory.sync();
  }
}
