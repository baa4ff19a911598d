package dev.latchkey.client.internal.store;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.internal.seal.PassphraseBox;
import java.io.IOException;
import java.util.Optional;

/**
 * Keeps the key in a file beside those that it seals, in a box that a passphrase opens.
 *
 * @param file the box
 * @param passphrase opens it
 */
record PassphraseHolder(PrivateFile file, Passphrase passphrase) implements KeyHolder {

  static PassphraseHolder in(PrivateDirectory directory, Passphrase passphrase) {
    return new PassphraseHolder(
        new PrivateFile(directory, directory.path().resolve(FileNames.PREFIX + "key.passphrase")),
        passphrase);
  }

  @Override
  public Optional<byte[]> find() throws IOException {
    Optional<byte[]> box = file.read();
    return box.isEmpty() ? Optional.empty() : Optional.of(opened(box.get()));
  }

  private byte[] opened(byte[] box) {
    Secret given = passphrase.known();
    return PassphraseBox.usual()
        .open(box, given)
        .orElseThrow(
            () ->
                new AuthConfigurationException(
                    "The passphrase from "
                        + passphrase.source()
                        + " does not open "
                        + file.path()
                        + ", or that file was damaged. Nothing was changed; try again with the"
                        + " right one."));
  }

  @Override
  public void put(byte[] key) throws IOException {
    file.replace(PassphraseBox.usual().close(key, passphrase.chosen()));
  }

  @Override
  public String place() {
    return file.path().toString();
  }
}
