package dev.latchkey.client.internal.store;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.client.internal.seal.Seal;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes for the key once and remembers how that ended, so that one process asks a person, a keyring
 * or a slow derivation once. Thread-safe: whoever needs the key meanwhile waits for it.
 */
final class RememberedKey implements SealKey {

  private final SealKey source;
  private final Object lock = new Object();
  private @Nullable Seal known;
  private Optional<String> unusable = Optional.empty();
  private Optional<String> unavailable = Optional.empty();

  RememberedKey(SealKey source) {
    this.source = source;
  }

  @Override
  public Seal existing() throws IOException {
    return once(source::existing);
  }

  @Override
  public Seal orNew() throws IOException {
    return once(source::orNew);
  }

  private Seal once(Way way) throws IOException {
    synchronized (lock) {
      if (unusable.isPresent()) {
        throw new AuthConfigurationException(unusable.get());
      }
      if (unavailable.isPresent()) {
        throw new NoKeyException(unavailable.get());
      }
      Seal seal = known;
      if (seal == null) {
        seal = fetched(way);
        known = seal;
      }
      return seal;
    }
  }

  private Seal fetched(Way way) throws IOException {
    try {
      return way.seal();
    } catch (AuthConfigurationException e) {
      unusable = Optional.ofNullable(e.getMessage());
      throw e;
    } catch (NoKeyException e) {
      unavailable = Optional.ofNullable(e.getMessage());
      throw e;
    }
  }

  /** One of the two ways to the key. */
  private interface Way {
    Seal seal() throws IOException;
  }
}
