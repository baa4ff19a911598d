package dev.latchkey.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file's bytes must come to. Immutable. */
final class Checksum {

  private static final Map<String, String> NAMES =
      Map.of("sha-256", "SHA-256", "sha-512", "SHA-512", "md5", "MD5");
  private static final Pattern DIGEST = Pattern.compile("(sha-512|sha-256)=:([A-Za-z0-9+/=]+):");

  private final String algorithm;
  private final byte[] value;

  private Checksum(String algorithm, byte[] value) {
    this.algorithm = algorithm;
    this.value = value;
  }

  static Checksum ofHex(String algorithm, String hex) {
    if (!NAMES.containsKey(algorithm)) {
      throw new IllegalArgumentException("A checksum is one of sha-256, sha-512 and md5.");
    }
    byte[] value = HexFormat.of().parseHex(hex);
    if (value.length != digest(algorithm).getDigestLength()) {
      throw new IllegalArgumentException("This is no checksum by " + algorithm + ".");
    }
    return new Checksum(algorithm, value);
  }

  /** Reads {@code Repr-Digest} (RFC 9530); empty when it has none that can be checked. */
  static Optional<Checksum> ofHeader(String header) {
    Matcher digests = DIGEST.matcher(header);
    try {
      return digests.find()
          ? Optional.of(
              new Checksum(digests.group(1), Base64.getDecoder().decode(digests.group(2))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean fits(FileChannel file) throws IOException {
    MessageDigest digest = digest(algorithm);
    ByteBuffer buffer = ByteBuffer.allocate(1 << 17);
    file.position(0);
    while (file.read(buffer.clear()) >= 0) {
      digest.update(buffer.flip());
    }
    return Arrays.equals(digest.digest(), value);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(String.valueOf(NAMES.get(algorithm)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return algorithm;
  }
}
