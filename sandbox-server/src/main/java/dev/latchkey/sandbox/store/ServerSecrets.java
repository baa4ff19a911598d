package dev.latchkey.sandbox.store;

import java.security.SecureRandom;

/** The server's own keys: made at first use, kept in the database so that tokens survive. */
public final class ServerSecrets {
  private static final int BYTES = 32;

  private final Database database;
  private final SecureRandom random = new SecureRandom();

  /** Secrets kept in {@code database}. */
  public ServerSecrets(Database database) {
    this.database = database;
  }

  /**
   * The secret for one purpose; no two purposes share one. Where instances share a database, to be
   * asked for {@linkplain Database#alone alone}.
   */
  public byte[] of(String purpose) {
    return database
        .jdbi()
        .inTransaction(
            handle ->
                handle
                    .createQuery("SELECT material FROM server_secret WHERE purpose = :purpose")
                    .bind("purpose", purpose)
                    .mapTo(byte[].class)
                    .findOne()
                    .orElseGet(
                        () -> {
                          byte[] material = new byte[BYTES];
                          random.nextBytes(material);
                          handle.execute(
                              "INSERT INTO server_secret VALUES (?, ?)", purpose, material);
                          return material;
                        }));
  }
}
