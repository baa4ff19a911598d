package dev.latchkey.sandbox;

import dev.latchkey.sandbox.tls.PemFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;

/**
 * The certificate that a sandbox shows. Immutable; files are read when the sandbox starts. Not a
 * record, which would print a password.
 */
public final class SandboxTls {
  private final Path certificate;
  private final Source source;
  private final String password;

  private SandboxTls(Path certificate, Source source, String password) {
    this.certificate = Objects.requireNonNull(certificate);
    this.source = source;
    this.password = Objects.requireNonNull(password);
  }

  /**
   * A certificate, followed by those that signed it, and its key, in PEM files.
   *
   * @param key in PKCS#8, not encrypted
   */
  public static SandboxTls pem(Path chain, Path key) {
    Objects.requireNonNull(key);
    // The store never leaves this process.
    String unused = "in-memory";
    return new SandboxTls(chain, () -> PemFiles.read(chain, key, unused.toCharArray()), unused);
  }

  /** A PKCS#12 file, as {@code keytool} makes them. */
  public static SandboxTls pkcs12(Path file, String password) {
    Source source =
        () -> {
          try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
          }
        };
    return new SandboxTls(file, source, password);
  }

  @Override
  public String toString() {
    return "SandboxTls[" + certificate + "]";
  }

  /** Reads the files. */
  KeyStore keyStore() {
    try {
      return source.read();
    } catch (NoSuchFileException e) {
      throw new SandboxException(
          "The certificate cannot be used: there is no file " + e.getMessage(), e);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new SandboxException(
          "The certificate cannot be used: " + e.getMessage() + " (" + certificate + ")", e);
    }
  }

  String password() {
    return password;
  }

  /** Makes the key store. */
  @FunctionalInterface
  private interface Source {
    KeyStore read() throws IOException, GeneralSecurityException;
  }
}
