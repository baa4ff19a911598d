package dev.latchkey.sandbox.store;

import dev.latchkey.sandbox.store.Workspace.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Workspaces and who is in them, without any say on who may see or change them. */
public final class Workspaces {
  private static final Text PRIMARY_TEXT = new Text("Primary Workspace", "");
  private static final Text SHARED_TEXT = new Text("Rocketship Bio", "Let's do some science");

  private final Database database;
  private final InstantSource clock;

  /** Workspaces kept in {@code database}. */
  public Workspaces(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Makes a user's own workspace unless it is there. */
  public void addPrimary(String username) {
    Text text = new Text(PRIMARY_TEXT.name(), username + "'s primary workspace");
    add(workspace(seededId(Workspace.PRIMARY, username), text, Workspace.PRIMARY, username));
  }

  /** Makes a workspace owned by the first user, with the others as creators, unless it is there. */
  public void addShared(List<String> usernames) {
    String owner = usernames.get(0);
    Workspace shared =
        workspace(seededId("shared", owner), SHARED_TEXT, Workspace.SECONDARY, owner);
    if (add(shared)) {
      usernames.stream()
          .skip(1)
          .forEach(name -> setMember(shared.id(), new Member(name, "creator")));
    }
  }

  /** Makes a workspace, owned by {@code username}. */
  public Workspace create(Text text, String username) {
    Workspace made = workspace(UUID.randomUUID(), text, Workspace.SECONDARY, username);
    add(made);
    return made;
  }

  /** The workspaces that a user is in, their own first. */
  public List<Workspace> of(String username) {
    return database.list(
        WorkspaceRows::workspace,
        "SELECT w.* FROM workspace w JOIN membership m ON m.workspace = w.api_id"
            + " WHERE m.username = ? ORDER BY CASE WHEN w.created_by = m.username"
            + " AND w.workspace_type = 'primary' THEN 0 ELSE 1 END, w.name, w.api_id",
        username);
  }

  /** Gives a workspace a new name and description. */
  public void update(UUID id, Text text, String username) {
    database.execute(
        "UPDATE workspace SET name = ?, description = ?, updated_by = ?, updated_on = ?"
            + " WHERE api_id = ?",
        text.name(),
        text.description(),
        username,
        Columns.stored(clock.instant()),
        id);
  }

  /**
   * Removes a workspace with all that is in it, and revokes the keys that reach nothing else; false
   * if there is none.
   */
  public boolean delete(UUID id) {
    Instant now = clock.instant();
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              boolean found = WorkspaceRows.lock(handle, id);
              WorkspaceRows.delete(handle, id, now);
              return found;
            });
  }

  /** Everybody in a workspace, owners first. */
  public List<Member> members(UUID workspace) {
    return database.list(
        (row, ctx) -> new Member(row.getString(1), row.getString(2)),
        "SELECT username, membership_type FROM membership WHERE workspace = ?"
            + " ORDER BY CASE membership_type WHEN 'owner' THEN 0 ELSE 1 END, username",
        workspace);
  }

  /** Lets a user in, or changes their type; false if there is no such workspace. */
  public boolean setMember(UUID workspace, Member member) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              AccountLock.take(handle, member.username());
              boolean found = WorkspaceRows.lock(handle, workspace);
              if (found) {
                WorkspaceRows.setMember(handle, workspace, member);
              }
              return found;
            });
  }

  /** Removes a user, and with them for good the keys of theirs that reach only this workspace. */
  public void removeMember(UUID workspace, String username) {
    Instant now = clock.instant();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              AccountLock.take(handle, username);
              WorkspaceRows.lock(handle, workspace);
              WorkspaceRows.removeMember(handle, workspace, username);
              ApiKeyRows.revokeScoped(handle, username, workspace, now);
            });
  }

  private Workspace workspace(UUID id, Text text, String type, String username) {
    Change now = new Change(username, clock.instant());
    return new Workspace(id, text, type, now, now);
  }

  private boolean add(Workspace workspace) {
    return database.jdbi().inTransaction(handle -> WorkspaceRows.add(handle, workspace));
  }

  private static UUID seededId(String kind, String username) {
    String seed = "latchkey-sandbox/" + kind + "/" + username;
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
  }
}
