package dev.latchkey.client.internal.store;

import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.client.internal.store.Reading.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The file of one token. Reading takes no lock; changes keep others out for a moment, so that none
 * acts on what another has already replaced.
 */
final class TokenFile {

  /** Much longer than a change takes. After it, better risk one more login than hang. */
  private static final Duration CHANGE_WAIT = Duration.ofSeconds(2);

  private final TokenKey key;
  private final TokenFiles files;
  private final PrivateDirectory directory;
  private final PrivateFile file;

  TokenFile(TokenKey key, TokenFiles files) {
    this.key = key;
    this.files = files;
    this.directory = files.directory();
    this.file = new PrivateFile(directory, named(files.format().ending()));
  }

  Path path() {
    return file.path();
  }

  private Path named(String ending) {
    return directory.path().resolve(fileName(ending));
  }

  private String fileName(String ending) {
    return FileNames.stem(key) + ending;
  }

  /** {@return the token, or empty when there is none for exactly this key} */
  Optional<StoredToken> load() throws IOException {
    if (!directory.isThere()) {
      return Optional.empty();
    }
    Reading reading = files.read(file);
    if (reading.kind() == Kind.DAMAGED) {
      setAside();
    }
    if (reading.kind() == Kind.NEWER) {
      files.warnings().newer(path());
    }
    return own(reading);
  }

  /** A copied file, or one whose name clashes, is for somebody else. */
  private Optional<StoredToken> own(Reading reading) {
    return reading
        .token()
        .filter(token -> token.key().baseUrl().toString().equals(key.baseUrl().toString()))
        .filter(token -> token.key().user().equals(key.user()));
  }

  void replace(StoredToken token) throws IOException {
    directory.prepare();
    try (FileLease turn = FileLease.ofMoment(turnFile())) {
      take(turn);
      refuseToDowngrade();
      file.replace(files.format().encode(token));
    }
  }

  private void refuseToDowngrade() throws IOException {
    Kind kind;
    try {
      kind = files.read(file).kind();
    } catch (UnsafeFileException | AccessDeniedException replaceable) {
      return;
    }
    if (kind == Kind.NEWER) {
      throw new UnsafeFileException(Warnings.newerText(path()));
    }
  }

  /**
   * Deletes the token if it is what the caller expects.
   *
   * @return what the condition says
   */
  boolean deleteIf(Predicate<Optional<StoredToken>> condition) throws IOException {
    if (!directory.isThere()) {
      return condition.test(Optional.empty());
    }
    try (FileLease turn = FileLease.ofMoment(turnFile())) {
      take(turn);
      Optional<StoredToken> token = own(files.read(file));
      boolean isExpected = condition.test(token);
      if (isExpected) {
        delete(token.isPresent());
      }
      return isExpected;
    }
  }

  private void delete(boolean isThere) throws IOException {
    if (isThere) {
      file.delete();
    }
    Files.deleteIfExists(named(FileNames.QUARANTINED));
  }

  /** Looks again first: another process may have replaced the damaged file meanwhile. */
  private void setAside() throws IOException {
    try (FileLease turn = FileLease.ofMoment(turnFile())) {
      take(turn);
      if (turn.isHeld() && files.read(file).kind() == Kind.DAMAGED) {
        Path aside = named(FileNames.QUARANTINED);
        Files.move(path(), aside, StandardCopyOption.ATOMIC_MOVE);
        files.warnings().damaged(path(), aside);
      }
    }
  }

  /** While it is locked, nobody else changes the token's file. */
  private Path turnFile() throws IOException {
    return directory.realFile(fileName(FileNames.CHANGE));
  }

  /** Without a lock the change is made all the same: it is still atomic. */
  private void take(FileLease turn) {
    try {
      turn.acquire(new Patience(CHANGE_WAIT));
    } catch (IOException e) {
      files.warnings().unlockable(directory.path(), e);
    }
  }
}
