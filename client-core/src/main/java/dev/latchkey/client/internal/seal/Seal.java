package dev.latchkey.client.internal.seal;

import java.util.Arrays;
import java.util.Optional;

/**
 * Seals small contents with one key, so that nobody without it can read them, and no change goes
 * unnoticed: neither to them nor to what they are bound to. Thread-safe; prints no key.
 *
 * <p>A sealed content is {@code LKS}, the version of this layout (1), the nonce (12 bytes), and the
 * content under AES-256-GCM with its tag (16 bytes).
 */
public final class Seal {

  private static final byte[] HEADER = {'L', 'K', 'S', 1};

  private final Gcm gcm;

  private Seal(byte[] key) {
    this.gcm = new Gcm(key);
  }

  /**
   * Makes the seal of a key.
   *
   * @param key 32 bytes
   * @throws IllegalArgumentException when it has another length
   */
  public static Seal of(byte[] key) {
    return new Seal(key);
  }

  /** {@return a new random key} */
  public static byte[] newKey() {
    return Gcm.random(Gcm.KEY_BYTES);
  }

  /** {@return whether a key has the right length} */
  public static boolean fits(byte[] key) {
    return key.length == Gcm.KEY_BYTES;
  }

  /**
   * Seals a content.
   *
   * @param content what to seal
   * @param boundTo what it belongs to: it opens for nothing else
   */
  public byte[] seal(byte[] content, String boundTo) {
    return gcm.seal(HEADER, content, boundTo);
  }

  /**
   * Opens what was sealed.
   *
   * @param sealed what {@link #seal} made
   * @param boundTo what it belongs to
   * @return the content; empty when it was changed, sealed with another key, or bound to something
   *     else
   */
  public Optional<byte[]> open(byte[] sealed, String boundTo) {
    return hasHeader(sealed) ? gcm.open(sealed, HEADER.length, boundTo) : Optional.empty();
  }

  private static boolean hasHeader(byte[] sealed) {
    return sealed.length >= HEADER.length
        && Arrays.equals(sealed, 0, HEADER.length, HEADER, 0, HEADER.length);
  }
}
