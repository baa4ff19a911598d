package dev.latchkey.sandbox;

import dev.latchkey.sandbox.store.Database;
import dev.latchkey.sandbox.store.DatabaseAddress;
import dev.latchkey.sandbox.store.ServerSecrets;
import dev.latchkey.sandbox.token.SigningKey;
import java.nio.file.Path;

/** The key that a sandbox on a data directory signs MGnify's tokens with. */
final class KnownKey {
  private KnownKey() {}

  /** Call it before the sandbox is started. */
  static byte[] secret(Path dataDirectory) {
    try (Database database = Database.open(DatabaseAddress.in(dataDirectory))) {
      return new ServerSecrets(database).of("mgnify-jwt");
    }
  }

  static SigningKey in(Path dataDirectory) {
    return new SigningKey(secret(dataDirectory));
  }
}
