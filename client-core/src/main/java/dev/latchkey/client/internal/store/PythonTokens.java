package dev.latchkey.client.internal.store;

import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.client.internal.file.OwnerOnly;
import dev.latchkey.client.internal.file.Self;
import dev.latchkey.client.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens that the Python client for MGnify keeps, mgnipy 92a70c5: {@code {"auth_token": "...",
 * "ts": 1779984980}} in {@code auth_<SHA-256 of "base URL|user">.json}, where its base URL is the
 * origin and a slash. Nothing here writes or deletes anything.
 */
final class PythonTokens {

  /** Python creates files that others can read; none that others can write is believed. */
  private static final Set<PosixFilePermission> ALLOWED =
      EnumSet.complementOf(
          EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));

  private final Path directory;
  private final Warnings warnings;
  // Not asked in Python's directory: that would write there.
  private final Self self =
      new Self(Path.of(System.getProperty("java.io.tmpdir")), FileNames.PREFIX);

  PythonTokens(Path directory, Warnings warnings) {
    this.directory = directory;
    this.warnings = warnings;
  }

  Optional<StoredToken> load(TokenKey key) {
    Path path = path(key);
    try {
      Optional<StoredToken> token =
          Undisturbed.run(new SteadyFile(path, self, ALLOWED)::read)
              .flatMap(PythonTokens::secret)
              .map(secret -> new StoredToken(key, secret));
      if (token.isPresent() && !OwnerOnly.isPrivate(path)) {
        warnings.readByOthers(path);
      }
      return token;
    } catch (IOException e) {
      warnings.unreadable(path, e);
      return Optional.empty();
    }
  }

  void tellThatItIsKept(TokenKey key) {
    warnings.keptByPython(path(key));
  }

  private Path path(TokenKey key) {
    TokenKey pythons = new TokenKey(URI.create(Origin.of(key.baseUrl()) + "/"), key.user());
    return directory.resolve(FileNames.stem(pythons) + FileNames.TOKEN);
  }

  /** A file that says anything else is no token to Python either. */
  static Optional<Secret> secret(byte[] content) {
    try {
      return Json.parseObject(new String(content, StandardCharsets.UTF_8)).get("auth_token")
              instanceof String token
          ? Optional.of(Secret.token(token, "the Python client's cache"))
          : Optional.empty();
    } catch (IllegalArgumentException | InvalidSecretException e) {
      return Optional.empty();
    }
  }
}
