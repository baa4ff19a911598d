package dev.latchkey.client.internal.store;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.client.internal.seal.Seal;
import java.util.Base64;

/**
 * A key that the user has made and keeps in a file: 32 random bytes in Base64.
 *
 * @param file where
 */
record KeyFile(SecretFile file) implements SealKey {

  static final String SETTING = "key-file";

  @Override
  public Seal existing() {
    byte[] key = decoded(file.text());
    if (!Seal.fits(key)) {
      throw new AuthConfigurationException(
          "The key file "
              + file.path()
              + " does not hold 32 bytes in Base64. Make one: (umask 077; head -c 32 /dev/urandom |"
              + " base64 >FILE)");
    }
    return Seal.of(key);
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** None is made: where the file is missing, its disk may be. */
  @Override
  public Seal orNew() {
    return existing();
  }
}
