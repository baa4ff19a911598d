package dev.latchkey.sandbox.store;

import dev.latchkey.sandbox.store.Analysis.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.statement.StatementContext;

/** Analyses, without any say on who may see them. */
public final class Analyses {
  private final Database database;
  private final InstantSource clock;

  /** Analyses kept in {@code database}. */
  public Analyses(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Makes an analysis; empty if there is no such workspace. */
  public Optional<Analysis> create(UUID workspace, Text text, String username) {
    Change now = new Change(username, clock.instant());
    Analysis made = new Analysis(UUID.randomUUID(), workspace, text, now, now);
    return within(
                workspace,
                handle ->
                    handle.execute(
                        "INSERT INTO analysis (api_id, name, description, workspace, created_by, created_on,"
                            + " updated_by, updated_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        made.id(),
                        text.name(),
                        text.description(),
                        workspace,
                        now.by(),
                        Columns.stored(now.on()),
                        now.by(),
                        Columns.stored(now.on())))
            == 1
        ? Optional.of(made)
        : Optional.empty();
  }

  /** The analysis with this id. */
  public Optional<Analysis> find(UUID id) {
    return database.find(Analyses::analysis, "SELECT * FROM analysis WHERE api_id = ?", id);
  }

  /** The analyses in a workspace, oldest first. */
  public List<Analysis> in(UUID workspace) {
    return database.list(
        Analyses::analysis,
        "SELECT * FROM analysis WHERE workspace = ? ORDER BY created_on, api_id",
        workspace);
  }

  /** Gives an analysis another place, name or description; false if it or the place is gone. */
  public boolean update(Analysis changed, String username) {
    return within(
            changed.workspace(),
            handle ->
                handle.execute(
                    "UPDATE analysis SET workspace = ?, name = ?, description = ?, updated_by = ?,"
                        + " updated_on = ? WHERE api_id = ?",
                    changed.workspace(),
                    changed.text().name(),
                    changed.text().description(),
                    username,
                    Columns.stored(clock.instant()),
                    changed.id()))
        == 1;
  }

  /** Removes an analysis. */
  public void delete(UUID id) {
    database.execute("DELETE FROM analysis WHERE api_id = ?", id);
  }

  /** Changes rows while a workspace cannot be deleted: none, if it was before. */
  private int within(UUID workspace, HandleCallback<Integer, RuntimeException> change) {
    return database
        .jdbi()
        .inTransaction(
            handle -> WorkspaceRows.lock(handle, workspace) ? change.withHandle(handle) : 0);
  }

  private static Analysis analysis(ResultSet row, StatementContext ctx) throws SQLException {
    return new Analysis(
        Columns.id(row, "api_id"),
        Columns.id(row, "workspace"),
        new Text(row.getString("name"), row.getString("description")),
        Change.creation(row),
        Change.update(row));
  }
}
