package dev.latchkey.client.internal.store;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.internal.keyring.Keyring;
import dev.latchkey.client.internal.seal.Seal;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Base64;
import java.util.Optional;

/**
 * Keeps the key in the keyring of the operating system.
 *
 * @param keyring which
 */
record KeyringHolder(Keyring keyring) implements KeyHolder {

  @Override
  public Optional<byte[]> find() throws IOException {
    probe();
    try {
      return keyring.find().map(this::key);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** Makes sure, within a few seconds, that there is a keyring. */
  void probe() throws IOException {
    try {
      keyring.probe();
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private byte[] key(Secret value) {
    byte[] key = decoded(value.reveal());
    if (!Seal.fits(key)) {
      throw new AuthConfigurationException(
          "What the keyring holds for latchkey is no key of ours. Delete it there, by "
              + keyring
              + " or the desktop's own program.");
    }
    return key;
  }

  private static byte[] decoded(String value) {
    try {
      return Base64.getUrlDecoder().decode(value);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  @Override
  public void put(byte[] key) throws IOException {
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    try {
      keyring.put(Secret.token(value, "a new key"));
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static NoKeyException unavailable(IOException e) {
    return new NoKeyException(
        "The keyring cannot be used. "
            + e.getMessage()
            + ". Tokens are kept in memory until this process ends; unlock or start the keyring, or"
            + " set latchkey.token-cache to another store.");
  }

  @Override
  public String place() {
    return "the keyring";
  }
}
