package dev.latchkey.sandbox.store;

import dev.latchkey.sandbox.store.ApiKeyRefused.Reason;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** API keys, by owner. Expired keys stay listed until they are revoked. */
public final class ApiKeys implements AutoCloseable {
  /** How many keys a user may have. */
  public static final int LIMIT = 25;

  private final Database database;
  private final ApiKeyMac mac;
  private final InstantSource clock;
  private final LastUses uses;
  private final SecureRandom random = new SecureRandom();

  /** Keys whose stored form is keyed by {@code pepper}. */
  public ApiKeys(Database database, byte[] pepper, InstantSource clock) {
    this.database = database;
    this.mac = new ApiKeyMac(pepper);
    this.clock = clock;
    this.uses = new LastUses(database);
  }

  /** Makes a key, unless the owner has {@link #LIMIT} or is not in the workspace asked for. */
  public IssuedApiKey create(ApiKeyRequest request) throws ApiKeyRefused {
    ApiKeyText text = ApiKeyText.random(random);
    ApiKey key =
        new ApiKey(
            UUID.randomUUID(), request, clock.instant().truncatedTo(ChronoUnit.MICROS), null);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              AccountLock.take(handle, request.owner());
              requireRoom(handle, request.owner());
              requireMembership(handle, request);
              ApiKeyRows.insert(handle, key, new ApiKeyRows.Stored(text.publicId(), mac.of(text)));
            });
    return new IssuedApiKey(key, text.reveal());
  }

  /** The owner's keys, oldest first. */
  public List<ApiKey> of(String owner) {
    return database.jdbi().withHandle(handle -> ApiKeyRows.ofOwner(handle, owner)).stream()
        .map(key -> uses.latest(key.id()).map(key::usedAt).orElse(key))
        .toList();
  }

  /** What became of the owner's keys, the latest first. */
  public List<ApiKeyEvent> history(String owner, int most) {
    return database.list(
        (row, ctx) ->
            new ApiKeyEvent(
                Columns.instant(row, "happened"), row.getString("what"), row.getString("name")),
        "SELECT created AS happened, 'created' AS what, name FROM api_key WHERE owner = ?"
            + " UNION ALL SELECT revoked, 'revoked', name FROM api_key"
            + " WHERE owner = ? AND revoked IS NOT NULL ORDER BY 1 DESC, 2 DESC LIMIT "
            + most,
        owner,
        owner);
  }

  /** One of the owner's keys. */
  public Optional<ApiKey> find(String owner, UUID id) {
    return of(owner).stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /** Ends one of the owner's keys for good; false if the owner has none with this id. */
  public boolean revoke(String owner, UUID id) {
    return database
        .jdbi()
        .withHandle(handle -> ApiKeyRows.revoke(handle, owner, id, clock.instant()));
  }

  /** Accepts a key; the time is noted soon after. */
  public ApiKey use(String candidate) throws ApiKeyRefused {
    ApiKeyText text =
        ApiKeyText.parse(candidate).orElseThrow(() -> new ApiKeyRefused(Reason.UNKNOWN));
    Instant now = clock.instant();
    ApiKeyRows.Row row =
        database
            .jdbi()
            .withHandle(handle -> ApiKeyRows.byPublicId(handle, text.publicId()))
            .filter(found -> mac.matches(text, found.mac()))
            .orElseThrow(() -> new ApiKeyRefused(Reason.UNKNOWN));
    if (row.key().isExpired(now)) {
      throw new ApiKeyRefused(Reason.EXPIRED);
    }
    // Read with every use, and kept nowhere: no use on any instance follows an answered revocation.
    if (row.isRevoked()) {
      throw new ApiKeyRefused(Reason.REVOKED);
    }
    uses.note(row.key(), now);
    return row.key();
  }

  /** Writes down the latest uses. */
  @Override
  public void close() {
    uses.close();
  }

  private static void requireRoom(Handle handle, String owner) throws ApiKeyRefused {
    if (ApiKeyRows.ofOwner(handle, owner).size() >= LIMIT) {
      throw new ApiKeyRefused(Reason.TOO_MANY);
    }
  }

  private static void requireMembership(Handle handle, ApiKeyRequest request) throws ApiKeyRefused {
    if (request.workspace() == null) {
      return;
    }
    boolean member =
        WorkspaceRows.lock(handle, request.workspace())
            && handle
                .createQuery("SELECT 1 FROM membership WHERE workspace = :id AND username = :owner")
                .bind("id", request.workspace())
                .bind("owner", request.owner())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    if (!member) {
      throw new ApiKeyRefused(Reason.NO_SUCH_WORKSPACE);
    }
  }
}
