package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.client.internal.file.OwnerOnly;
import dev.latchkey.client.internal.file.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whose a file is that is to be replaced. Stateless. */
final class Ownership {

  private Ownership() {}

  /** What we create is ours; comparing with that is right where names of users are not. */
  static void require(Path path, Replacement replacement) throws IOException {
    if (Files.exists(path)
        && OwnerOnly.isKnownTo(path)
        && !Files.getOwner(path).equals(Files.getOwner(replacement.path()))) {
      throw new AuthConfigurationException(
          path
              + " is not changed: it belongs to "
              + Files.getOwner(path).getName()
              + ". Take it over with chown, or choose another file.");
    }
  }
}
