package dev.latchkey.client.internal.seal;

import dev.latchkey.auth.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A key in a box that its passphrase opens. Opening is meant to take its time, half a second or so:
 * whoever guesses passphrases needs that for each guess. Immutable.
 *
 * <p>A box is {@code LKP}, the version of this layout (1), the number of iterations (4 bytes) and
 * the salt (16 bytes) of PBKDF2-HMAC-SHA256 (RFC 8018), the nonce (12 bytes), and the key under
 * AES-256-GCM with its tag (16 bytes). All before the key is authenticated with it.
 */
public final class PassphraseBox {

  /** What OWASP asks of PBKDF2-HMAC-SHA256 (Password Storage Cheat Sheet, 2023). */
  private static final int ITERATIONS = 600_000;

  /** More would be a way to keep this machine busy. */
  private static final int MOST_ITERATIONS = 10_000_000;

  private static final byte[] MAGIC = {'L', 'K', 'P', 1};
  private static final int SALT_BYTES = 16;
  private static final int HEADER_BYTES = MAGIC.length + Integer.BYTES + SALT_BYTES;
  private static final String PURPOSE = "key";

  private final int iterations;

  /** Closes boxes with so many iterations, and opens none with fewer. */
  PassphraseBox(int iterations) {
    this.iterations = iterations;
  }

  /** {@return the one to use} */
  public static PassphraseBox usual() {
    return new PassphraseBox(ITERATIONS);
  }

  /**
   * Puts a key into a new box.
   *
   * @param key 32 bytes
   * @param passphrase what will open it
   */
  public byte[] close(byte[] key, Secret passphrase) {
    byte[] header =
        ByteBuffer.allocate(HEADER_BYTES)
            .put(MAGIC)
            .putInt(iterations)
            .put(Gcm.random(SALT_BYTES))
            .array();
    return gcm(header, passphrase).seal(header, key, PURPOSE);
  }

  /**
   * Takes the key out of a box.
   *
   * @param box what {@link #close} made
   * @param passphrase what it was closed with
   * @return the key; empty when the passphrase is another one, or the box was changed
   */
  public Optional<byte[]> open(byte[] box, Secret passphrase) {
    return isBox(box)
        ? gcm(box, passphrase).open(box, HEADER_BYTES, PURPOSE).filter(Seal::fits)
        : Optional.empty();
  }

  /** A changed box is known by its tag; here, only what would take too long to look at. */
  private boolean isBox(byte[] box) {
    return box.length >= HEADER_BYTES
        && Arrays.equals(box, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
        && iterations(box) >= iterations
        && iterations(box) <= MOST_ITERATIONS;
  }

  private static int iterations(byte[] box) {
    return ByteBuffer.wrap(box).getInt(MAGIC.length);
  }

  private static Gcm gcm(byte[] header, Secret passphrase) {
    byte[] salt = Arrays.copyOfRange(header, HEADER_BYTES - SALT_BYTES, HEADER_BYTES);
    char[] characters = passphrase.reveal().toCharArray();
    PBEKeySpec derivation =
        new PBEKeySpec(characters, salt, iterations(header), Byte.SIZE * Gcm.KEY_BYTES);
    try {
      return new Gcm(
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(derivation)
              .getEncoded());
    } catch (GeneralSecurityException e) {
      throw Gcm.unavailable(e);
    } finally {
      derivation.clearPassword();
      Arrays.fill(characters, '\0');
    }
  }
}
