package dev.latchkey.client.internal.store;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.internal.file.OwnerOnly;
import dev.latchkey.client.internal.file.Self;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of the user's with a secret in it, which is used only if nobody else can read it. */
final class SecretFile {

  private final Path path;

  private SecretFile(Path path) {
    this.path = path;
  }

  static SecretFile of(Path path) {
    return new SecretFile(path.toAbsolutePath());
  }

  Path path() {
    return path;
  }

  /**
   * Reads it.
   *
   * @return the content, without one line end behind it
   * @throws AuthConfigurationException when there is none, or it is not the user's alone
   */
  String text() {
    // Not asked in the file's directory, which may be a read-only one.
    Self self = new Self(Path.of(System.getProperty("java.io.tmpdir")), FileNames.PREFIX);
    try {
      // Secrets are often mounted behind a link.
      Path real = path.toRealPath();
      byte[] content =
          Undisturbed.run(new SteadyFile(real, self, OwnerOnly.ALL)::read)
              .orElseThrow(() -> new NoSuchFileException(path.toString()));
      return new String(content, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
    } catch (NoSuchFileException e) {
      throw new AuthConfigurationException("The file " + path + " does not exist.");
    } catch (UnsafeFileException e) {
      throw new AuthConfigurationException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new AuthConfigurationException(
          "The file " + path + " cannot be read (" + e.getClass().getSimpleName() + ").");
    }
  }

  Secret passphrase() {
    return Secret.password(text(), "the file " + path);
  }

  /** {@return where it is} */
  @Override
  public String toString() {
    return path.toString();
  }
}
