package dev.latchkey.client.internal.store;

import java.io.IOException;
import java.util.Optional;

/** Where the random key of a store's files is kept. */
interface KeyHolder {

  /** {@return the key, or empty when there is certainly none yet} */
  Optional<byte[]> find() throws IOException;

  /** Keeps a key where there was none, and returns once it is certain that it is kept. */
  void put(byte[] key) throws IOException;

  /** {@return where that is, for messages} */
  String place();
}
