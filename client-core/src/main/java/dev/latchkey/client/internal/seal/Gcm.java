package dev.latchkey.client.internal.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce for each message, which is safe for four
 * thousand million messages under one key. A message is its header, the nonce, and what is sealed
 * with its tag; header and purpose are authenticated. Thread-safe.
 */
final class Gcm {

  static final int KEY_BYTES = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  Gcm(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes.");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  byte[] seal(byte[] header, byte[] content, String purpose) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce(nonce, 0), ByteBuffer.wrap(header), purpose)
              .doFinal(content);
      return ByteBuffer.allocate(header.length + nonce.length + sealed.length)
          .put(header)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  /** {@return the content; empty when anything differs from what was sealed: one bit is enough} */
  Optional<byte[]> open(byte[] message, int headerLength, String purpose) {
    int start = headerLength + NONCE_BYTES;
    if (message.length < start + TAG_BYTES) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(message, 0, headerLength);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, nonce(message, headerLength), header, purpose)
              .doFinal(message, start, message.length - start));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  private Cipher cipher(int mode, GCMParameterSpec nonce, ByteBuffer header, String purpose)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, nonce);
    cipher.updateAAD(header);
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static GCMParameterSpec nonce(byte[] bytes, int start) {
    return new GCMParameterSpec(Byte.SIZE * TAG_BYTES, bytes, start, NONCE_BYTES);
  }

  static IllegalStateException unavailable(GeneralSecurityException e) {
    return new IllegalStateException("Every Java platform has AES-GCM and PBKDF2.", e);
  }
}
