package dev.latchkey.client.internal.store;

import dev.latchkey.client.internal.seal.Seal;
import java.io.IOException;

/**
 * The key that seals a store's files. Both ways to it throw a {@link NoKeyException} when it cannot
 * be had now, and an {@link dev.latchkey.auth.AuthConfigurationException} when what the user has
 * configured does not give it. Thread-safe.
 */
interface SealKey {

  /** {@return the seal of the key that there is, for files that there are} */
  Seal existing() throws IOException;

  /** {@return the same, or that of a new key where there is none yet, for new files} */
  Seal orNew() throws IOException;
}
