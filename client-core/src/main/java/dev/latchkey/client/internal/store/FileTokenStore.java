package dev.latchkey.client.internal.store;

import dev.latchkey.auth.Refusal;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps each token in a file of its own that only the user can read. Thread-safe, and safe to use
 * from several processes and from several copies of this class in one process.
 *
 * <p>A token that cannot be brought to the disk is kept in memory, until the disk holds another one
 * than it did then. A file that others could have read or written is not used.
 */
final class FileTokenStore implements TokenStore {

  private final PrivateDirectory directory;
  private final TokenFiles files;
  private final Warnings warnings;
  private final MemoryOverlay memory = new MemoryOverlay();

  /**
   * Uses a directory, which is created when a token is saved.
   *
   * @param directory where the tokens are, and nothing else
   * @param warnings is told once of each problem: its path and what to do, never a token; called by
   *     the thread that meets the problem
   */
  FileTokenStore(Path directory, Consumer<String> warnings) {
    this(
        new TokenFiles(
            new PrivateDirectory(directory), PlainFormat.INSTANCE, new Warnings(warnings)));
  }

  private FileTokenStore(TokenFiles files) {
    this.files = files;
    this.directory = files.directory();
    this.warnings = files.warnings();
  }

  /**
   * Makes a store in a directory, or in memory, with a warning, when there is none.
   *
   * @param directory where the tokens are, as {@link CacheDirectory} has found it
   * @param warnings as for the constructor
   * @param format how tokens stand in the files of that directory
   * @return the store
   */
  static TokenStore open(
      Optional<Path> directory,
      Consumer<String> warnings,
      Function<PrivateDirectory, TokenFormat> format) {
    Warnings once = new Warnings(warnings);
    if (directory.isEmpty()) {
      once.homeless();
      return TokenStore.inMemory();
    }
    PrivateDirectory ours = new PrivateDirectory(directory.get());
    return new FileTokenStore(new TokenFiles(ours, format.apply(ours), once));
  }

  @Override
  public Optional<StoredToken> load(TokenKey key) {
    TokenFile file = files.of(key);
    try {
      return memory.over(key, Undisturbed.run(file::load));
    } catch (IOException e) {
      warnings.unreadable(file.path(), e);
      return memory.instead(key);
    }
  }

  @Override
  public void save(StoredToken token) {
    TokenKey key = token.key();
    try {
      Undisturbed.carryOut(() -> files.of(key).replace(token));
      memory.clear(key);
      Undisturbed.carryOut(refusalNote(key)::delete);
    } catch (IOException e) {
      warnings.unwritable(directory.path(), e);
      keepInMemory(key, Optional.of(token));
    }
  }

  @Override
  public boolean remove(StoredToken token) {
    TokenKey key = token.key();
    TokenFile file = files.of(key);
    boolean isKept = load(key).filter(token::equals).isPresent();
    try {
      return isKept && Undisturbed.run(() -> remove(file, token));
    } catch (IOException e) {
      warnings.undeletable(file.path(), e);
      keepInMemory(key, Optional.empty());
      return true;
    }
  }

  private boolean remove(TokenFile file, StoredToken token) throws IOException {
    TokenKey key = token.key();
    boolean removed =
        file.deleteIf(disk -> memory.over(key, disk).filter(token::equals).isPresent());
    if (removed) {
      memory.clear(key);
    }
    return removed;
  }

  /** Looks at the disk once more, so that what comes there from now on counts. */
  private void keepInMemory(TokenKey key, Optional<StoredToken> instead) {
    memory.put(key, instead);
    load(key);
  }

  @Override
  public List<TokenKey> keys(URI baseUrl) {
    Set<TokenKey> keys = new HashSet<>(memory.keys());
    try {
      keys.addAll(Undisturbed.run(files::keys));
    } catch (IOException e) {
      warnings.unreadable(directory.path(), e);
    }
    return keys.stream()
        .filter(key -> key.baseUrl().toString().equals(baseUrl.toString()))
        .filter(key -> load(key).isPresent())
        .toList();
  }

  @Override
  public Lease lease(TokenKey key, Duration atMost) {
    try {
      directory.prepare();
      FileLease lease =
          FileLease.ofRenewal(directory.realFile(FileNames.stem(key) + FileNames.LEASE));
      boolean isHeld = lease.acquire(new Patience(atMost));
      lease.lockFailure().ifPresent(e -> warnings.unlockable(directory.path(), e));
      if (!isHeld && !atMost.isZero() && !Thread.currentThread().isInterrupted()) {
        warnings.waitedInVain(directory.path());
      }
      return lease;
    } catch (IOException e) {
      warnings.unlockable(directory.path(), e);
      return NoLease.INSTANCE;
    }
  }

  @Override
  public void noteRefusal(TokenKey key, Refusal refusal) {
    try {
      Undisturbed.carryOut(() -> refusalNote(key).write(refusal));
    } catch (IOException e) {
      warnings.unwritable(directory.path(), e);
    }
  }

  @Override
  public Optional<Refusal> refusal(TokenKey key) {
    try {
      return Undisturbed.run(refusalNote(key)::read);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private RefusalNote refusalNote(TokenKey key) {
    return new RefusalNote(key, directory);
  }

  @Override
  public String location() {
    return directory.path() + files.format().note();
  }

  /** {@return where the tokens are} */
  @Override
  public String toString() {
    return "FileTokenStore[" + location() + "]";
  }
}
