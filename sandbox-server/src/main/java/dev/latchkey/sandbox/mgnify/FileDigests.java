package dev.latchkey.sandbox.mgnify;

import dev.latchkey.sandbox.data.DataFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checksums of files; the latest are remembered, since a large file takes seconds. Thread-safe. */
final class FileDigests {
  private static final int REMEMBERED = 1_000;

  private final Object lock = new Object();
  private final Map<String, byte[]> known = new LinkedHashMap<>();

  String hex(DataFile file, Kind kind) {
    return HexFormat.of().formatHex(of(file, kind));
  }

  String base64(DataFile file) {
    return Base64.getEncoder().encodeToString(of(file, Kind.SHA256));
  }

  private byte[] of(DataFile file, Kind kind) {
    String key = kind.name() + " " + file.tag();
    synchronized (lock) {
      byte[] digest = known.get(key);
      if (digest != null) {
        return digest;
      }
    }
    byte[] digest = compute(file, kind);
    synchronized (lock) {
      if (known.size() >= REMEMBERED) {
        known.remove(known.keySet().iterator().next());
      }
      known.put(key, digest);
    }
    return digest;
  }

  private static byte[] compute(DataFile file, Kind kind) {
    try (var out =
        new DigestOutputStream(
            OutputStream.nullOutputStream(), MessageDigest.getInstance(kind.algorithm))) {
      file.content().write(out, 0, file.size());
      return out.getMessageDigest().digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no " + kind.algorithm, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which checksum. */
  enum Kind {
    SHA256("SHA-256"),
    MD5("MD5");

    private final String algorithm;

    Kind(String algorithm) {
      this.algorithm = algorithm;
    }

    /** What follows the file's name in the name of the checksum. */
    String suffix() {
      return this == SHA256 ? ".sha256" : ".md5";
    }
  }
}
