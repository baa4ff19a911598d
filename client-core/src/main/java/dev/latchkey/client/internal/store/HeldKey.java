package dev.latchkey.client.internal.store;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.client.internal.seal.Seal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A random key that is made when the first file is sealed. Processes take turns to make it, so that
 * they make one; and none is made while there are files that another one has sealed.
 */
final class HeldKey implements SealKey {

  /** Long enough for a person to unlock a keyring for the process whose turn it is. */
  private static final Duration TURN = Duration.ofSeconds(40);

  private final KeyHolder holder;
  private final PrivateDirectory directory;
  private final String ending;

  /**
   * Names its place.
   *
   * @param holder where it is kept
   * @param directory where the files are
   * @param ending what their names end with
   */
  HeldKey(KeyHolder holder, PrivateDirectory directory, String ending) {
    this.holder = holder;
    this.directory = directory;
    this.ending = ending;
  }

  @Override
  public Seal existing() throws IOException {
    return Seal.of(holder.find().orElseThrow(this::lost));
  }

  @Override
  public Seal orNew() throws IOException {
    Optional<byte[]> key = holder.find();
    if (key.isPresent()) {
      return Seal.of(key.get());
    }
    directory.prepare();
    String lock = FileNames.PREFIX + "key" + ending + FileNames.LEASE;
    try (FileLease turn = FileLease.ofRenewal(directory.realFile(lock))) {
      if (!turn.acquire(new Patience(TURN))) {
        throw new NoKeyException(
            "Waited in vain for another process that makes a key in "
                + directory.path()
                + ". Tokens are kept in memory until this process ends.");
      }
      return Seal.of(foundOrMade());
    }
  }

  private byte[] foundOrMade() throws IOException {
    Optional<byte[]> another = holder.find();
    if (another.isPresent()) {
      return another.get();
    }
    if (directory.holds(FileNames.PREFIX + "*" + ending)) {
      throw lost();
    }
    byte[] key = Seal.newKey();
    holder.put(key);
    return key;
  }

  private AuthConfigurationException lost() {
    return new AuthConfigurationException(
        "The key of the token files *"
            + ending
            + " in "
            + directory.path()
            + " is no longer in "
            + holder.place()
            + ". Bring it back, or delete these files and log in again.");
  }
}
