package dev.latchkey.sandbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The statements that change the tables of workspaces and of their members. */
final class WorkspaceRows {
  private WorkspaceRows() {}

  /** Adds a workspace with its owner; false if there is one of this id. */
  static boolean add(Handle handle, Workspace workspace) {
    boolean known =
        handle
            .select("SELECT 1 FROM workspace WHERE api_id = ?", workspace.id())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (known) {
      return false;
    }
    handle.execute(
        "INSERT INTO workspace (api_id, name, description, workspace_type, created_by, created_on,"
            + " updated_by, updated_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        workspace.id(),
        workspace.text().name(),
        workspace.text().description(),
        workspace.type(),
        workspace.created().by(),
        Columns.stored(workspace.created().on()),
        workspace.updated().by(),
        Columns.stored(workspace.updated().on()));
    setMember(handle, workspace.id(), new Member(workspace.created().by(), Member.OWNER));
    return true;
  }

  /**
   * Waits for, and holds until the transaction's end, what puts something into a workspace and what
   * deletes it; false if there is none. Whoever takes an {@link AccountLock} as well takes it
   * first.
   */
  static boolean lock(Handle handle, UUID id) {
    return handle
        .select("SELECT 1 FROM workspace WHERE api_id = ? FOR UPDATE", id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Standard SQL only: H2 and PostgreSQL have no common way to insert or else update. */
  static void setMember(Handle handle, UUID workspace, Member member) {
    int changed =
        handle.execute(
            "UPDATE membership SET membership_type = ? WHERE workspace = ? AND username = ?",
            member.membershipType(),
            workspace,
            member.username());
    if (changed == 0) {
      handle.execute(
          "INSERT INTO membership (workspace, username, membership_type) VALUES (?, ?, ?)",
          workspace,
          member.username(),
          member.membershipType());
    }
  }

  static void removeMember(Handle handle, UUID workspace, String username) {
    handle.execute(
        "DELETE FROM membership WHERE workspace = ? AND username = ?", workspace, username);
  }

  /** The keys that reach nothing else stay as revoked ones: their holders and owners are told. */
  static void delete(Handle handle, UUID id, Instant now) {
    handle.execute(
        "UPDATE api_key SET revoked = COALESCE(revoked, ?), workspace = NULL WHERE workspace = ?",
        Columns.stored(now),
        id);
    handle.execute("DELETE FROM analysis WHERE workspace = ?", id);
    handle.execute("DELETE FROM membership WHERE workspace = ?", id);
    handle.execute("DELETE FROM workspace WHERE api_id = ?", id);
  }

  static Workspace workspace(ResultSet row, StatementContext ctx) throws SQLException {
    return new Workspace(
        Columns.id(row, "api_id"),
        new Workspace.Text(row.getString("name"), row.getString("description")),
        row.getString("workspace_type"),
        Change.creation(row),
        Change.update(row));
  }
}
