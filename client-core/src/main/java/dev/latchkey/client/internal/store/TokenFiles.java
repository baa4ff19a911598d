package dev.latchkey.client.internal.store;

import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The token files of a directory.
 *
 * @param directory where they are
 * @param format how tokens stand in them
 * @param warnings is told of those that are not used
 */
record TokenFiles(PrivateDirectory directory, TokenFormat format, Warnings warnings) {

  TokenFile of(TokenKey key) {
    return new TokenFile(key, this);
  }

  Reading read(PrivateFile file) throws IOException {
    Optional<byte[]> content = file.read();
    return content.isEmpty() ? Reading.ABSENT : format.decode(file.path(), content.get());
  }

  /** {@return the keys that the files name, true or not} */
  Set<TokenKey> keys() throws IOException {
    if (!directory.isThere()) {
      return Set.of();
    }
    Set<TokenKey> keys = new HashSet<>();
    String tokens = FileNames.PREFIX + "*" + format.ending();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory.path(), tokens)) {
      for (Path path : paths) {
        key(path).ifPresent(keys::add);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return keys;
  }

  private Optional<TokenKey> key(Path path) {
    try {
      return read(new PrivateFile(directory, path)).token().map(StoredToken::key);
    } catch (IOException e) {
      warnings.unreadable(path, e);
      return Optional.empty();
    }
  }
}
