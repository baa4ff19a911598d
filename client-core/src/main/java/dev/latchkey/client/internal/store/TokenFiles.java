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
 * @param warnings is told of those that are not used
 */
record TokenFiles(PrivateDirectory directory, Warnings warnings) {

  TokenFile of(TokenKey key) {
    return new TokenFile(key, this);
  }

  Reading read(PrivateFile file) throws IOException {
    return file.read().map(TokenContent::decode).orElse(Reading.ABSENT);
  }

  /** {@return the keys that the files name, true or not} */
  Set<TokenKey> keys() throws IOException {
    Set<TokenKey> keys = new HashSet<>();
    if (!directory.isThere()) {
      return keys;
    }
    String tokens = FileNames.PREFIX + "*" + FileNames.TOKEN;
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
