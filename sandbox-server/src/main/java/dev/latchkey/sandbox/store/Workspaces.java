package dev.latchkey.sandbox.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Workspaces and who is in them. */
public final class Workspaces {
  private final Database database;
  private final InstantSource clock;

  /** Workspaces kept in {@code database}. */
  public Workspaces(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Makes a user's own workspace unless it is there. */
  public void addPrimary(String username) {
    add(
        new Workspace(
            seededId("primary", username),
            "Primary Workspace",
            username + "'s primary workspace",
            Workspace.PRIMARY,
            username,
            clock.instant()));
  }

  /** Makes a workspace owned by the first user, with the others as creators, unless it is there. */
  public void addShared(List<String> usernames) {
    String owner = usernames.get(0);
    Workspace shared =
        new Workspace(
            seededId("shared", owner),
            "Rocketship Bio",
            "Let's do some science",
            Workspace.TEAM,
            owner,
            clock.instant());
    if (add(shared)) {
      usernames.stream()
          .skip(1)
          .forEach(name -> setMember(shared.id(), new Member(name, "creator")));
    }
  }

  /** The workspaces that a user is in, their own first. */
  public List<Workspace> of(String username) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT w.* FROM workspace w JOIN membership m ON m.workspace = w.api_id"
                            + " WHERE m.username = :username ORDER BY CASE WHEN w.created_by ="
                            + " :username AND w.workspace_type = 'primary' THEN 0 ELSE 1 END,"
                            + " w.name, w.api_id")
                    .bind("username", username)
                    .map((row, ctx) -> workspace(row))
                    .list());
  }

  /** Everybody in a workspace, owners first. */
  public List<Member> members(UUID workspace) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT username, membership_type FROM membership WHERE workspace = :id"
                            + " ORDER BY CASE membership_type WHEN 'owner' THEN 0 ELSE 1 END,"
                            + " username")
                    .bind("id", workspace)
                    .map((row, ctx) -> new Member(row.getString(1), row.getString(2)))
                    .list());
  }

  /** Lets a user in, or changes their type. */
  public void setMember(UUID workspace, Member member) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "MERGE INTO membership (workspace, username, membership_type)"
                        + " KEY (workspace, username) VALUES (?, ?, ?)",
                    workspace,
                    member.username(),
                    member.membershipType()));
  }

  /** Removes a user, and with them for good the keys of theirs that reach only this workspace. */
  public void removeMember(UUID workspace, String username) {
    Instant now = clock.instant();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              AccountLock.take(handle, username);
              handle.execute(
                  "DELETE FROM membership WHERE workspace = ? AND username = ?",
                  workspace,
                  username);
              handle.execute(
                  "UPDATE api_key SET revoked = ?"
                      + " WHERE owner = ? AND workspace = ? AND revoked IS NULL",
                  Columns.stored(now),
                  username,
                  workspace);
            });
  }

  private boolean add(Workspace workspace) {
    return database.jdbi().inTransaction(handle -> insert(handle, workspace));
  }

  private static boolean insert(Handle handle, Workspace workspace) {
    Optional<Integer> known =
        handle
            .createQuery("SELECT 1 FROM workspace WHERE api_id = :id")
            .bind("id", workspace.id())
            .mapTo(Integer.class)
            .findOne();
    if (known.isPresent()) {
      return false;
    }
    handle.execute(
        "INSERT INTO workspace (api_id, name, description, workspace_type, created_by, created_on)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        workspace.id(),
        workspace.name(),
        workspace.description(),
        workspace.type(),
        workspace.createdBy(),
        Columns.stored(workspace.createdOn()));
    handle.execute(
        "INSERT INTO membership (workspace, username, membership_type) VALUES (?, ?, ?)",
        workspace.id(),
        workspace.createdBy(),
        Member.OWNER);
    return true;
  }

  private static Workspace workspace(ResultSet row) throws SQLException {
    return new Workspace(
        Columns.id(row, "api_id"),
        row.getString("name"),
        row.getString("description"),
        row.getString("workspace_type"),
        row.getString("created_by"),
        Columns.instant(row, "created_on"));
  }

  private static UUID seededId(String kind, String username) {
    String seed = "latchkey-sandbox/" + kind + "/" + username;
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
  }
}
