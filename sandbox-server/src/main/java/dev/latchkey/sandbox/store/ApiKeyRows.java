package dev.latchkey.sandbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The statements on the table of API keys. */
final class ApiKeyRows {
  private ApiKeyRows() {}

  static void insert(Handle handle, ApiKey key, Stored stored) {
    handle.execute(
        "INSERT INTO api_key (api_id, public_id, mac, owner, name, created, expiry, workspace)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        key.id(),
        stored.publicId,
        stored.mac,
        key.owner(),
        key.request().name(),
        Columns.stored(key.created()),
        Columns.storedOrNull(key.request().expiry()),
        key.request().workspace());
  }

  static List<ApiKey> ofOwner(Handle handle, String owner) {
    return handle
        .createQuery(
            "SELECT * FROM api_key WHERE owner = :owner AND revoked IS NULL"
                + " ORDER BY created, api_id")
        .bind("owner", owner)
        .map((row, ctx) -> key(row))
        .list();
  }

  static Optional<Row> byPublicId(Handle handle, String publicId) {
    return handle
        .createQuery("SELECT * FROM api_key WHERE public_id = :id")
        .bind("id", publicId)
        .map((row, ctx) -> new Row(key(row), row.getBytes("mac"), row.getObject("revoked") != null))
        .findOne();
  }

  static boolean revoke(Handle handle, String owner, UUID id, Instant now) {
    return handle.execute(
            "UPDATE api_key SET revoked = ? WHERE owner = ? AND api_id = ? AND revoked IS NULL",
            Columns.stored(now),
            owner,
            id)
        == 1;
  }

  /** Ends the keys of a user that reach only this workspace. */
  static void revokeScoped(Handle handle, String owner, UUID workspace, Instant now) {
    handle.execute(
        "UPDATE api_key SET revoked = ? WHERE owner = ? AND workspace = ? AND revoked IS NULL",
        Columns.stored(now),
        owner,
        workspace);
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    ApiKeyRequest request =
        new ApiKeyRequest(
            row.getString("owner"),
            row.getString("name"),
            Columns.instantOrNull(row, "expiry"),
            Columns.idOrNull(row, "workspace"));
    return new ApiKey(
        Columns.id(row, "api_id"),
        request,
        Columns.instant(row, "created"),
        Columns.instantOrNull(row, "last_used"));
  }

  /** What is stored of the key itself. */
  static final class Stored {
    private final String publicId;
    private final byte[] mac;

    Stored(String publicId, byte[] mac) {
      this.publicId = publicId;
      this.mac = mac.clone();
    }
  }

  /** A key with the code that proves it. */
  static final class Row {
    private final ApiKey key;
    private final byte[] mac;
    private final boolean revoked;

    Row(ApiKey key, byte[] mac, boolean revoked) {
      this.key = key;
      this.mac = mac.clone();
      this.revoked = revoked;
    }

    ApiKey key() {
      return key;
    }

    byte[] mac() {
      return mac.clone();
    }

    boolean isRevoked() {
      return revoked;
    }
  }
}
