package dev.latchkey.client.internal.store;

import dev.latchkey.auth.StoredToken;
import java.io.IOException;
import java.nio.file.Path;

/** How a token stands in its file. Thread-safe. */
interface TokenFormat {

  /** {@return what the names of such files end with} */
  String ending();

  /** {@return what to add to the place of the files, to tell people how they are kept} */
  String note();

  /** {@return the content of the token's file} */
  byte[] encode(StoredToken token) throws IOException;

  /**
   * Reads the content of a file.
   *
   * @throws IOException when it cannot be read now
   * @throws dev.latchkey.auth.AuthConfigurationException when it cannot be read with what the user
   *     has configured, and must stay as it is
   */
  Reading decode(Path file, byte[] content) throws IOException;
}
