package dev.latchkey.client.internal.store;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.StoredToken;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Sealed, and bound to the name of its file, which is a hash of service and user: a copy under
 * another name does not open. What does not open stays as it is, because another key may open it.
 *
 * @param ending what the files end with
 * @param note where their key is, for people
 * @param key opens them
 */
record SealedFormat(String ending, String note, SealKey key) implements TokenFormat {

  @Override
  public byte[] encode(StoredToken token) throws IOException {
    return key.orNew().seal(TokenContent.encode(token), FileNames.stem(token.key()));
  }

  @Override
  public Reading decode(Path file, byte[] content) throws IOException {
    String name = String.valueOf(file.getFileName());
    String stem = name.substring(0, name.length() - ending.length());
    return key.existing()
        .open(content, stem)
        .map(TokenContent::decode)
        .orElseThrow(() -> unopened(file));
  }

  private AuthConfigurationException unopened(Path file) {
    return new AuthConfigurationException(
        "The token file "
            + file
            + " does not open: it was damaged, changed, or sealed with another key. It is left as it"
            + " is; bring the key back, or delete the file and log in again.");
  }
}
