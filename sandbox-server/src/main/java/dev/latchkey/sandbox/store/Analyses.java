package dev.latchkey.sandbox.store;

import dev.latchkey.sandbox.store.Analysis.Change;
import dev.latchkey.sandbox.store.Analysis.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Analyses, without any say on who may see them. */
public final class Analyses {
  private final Database database;
  private final InstantSource clock;

  /** Analyses kept in {@code database}. */
  public Analyses(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Makes an analysis. */
  public Analysis create(UUID workspace, Text text, String username) {
    Change now = new Change(username, clock.instant());
    Analysis made = new Analysis(UUID.randomUUID(), workspace, text, now, now);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO analysis (api_id, name, description, workspace, created_by,"
                        + " created_on, updated_by, updated_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    made.id(),
                    text.name(),
                    text.description(),
                    workspace,
                    now.by(),
                    Columns.stored(now.on()),
                    now.by(),
                    Columns.stored(now.on())));
    return made;
  }

  /** The analysis with this id. */
  public Optional<Analysis> find(UUID id) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM analysis WHERE api_id = :id")
                    .bind("id", id)
                    .map((row, ctx) -> analysis(row))
                    .findOne());
  }

  /** The analyses in a workspace, oldest first. */
  public List<Analysis> in(UUID workspace) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM analysis WHERE workspace = :id ORDER BY created_on, api_id")
                    .bind("id", workspace)
                    .map((row, ctx) -> analysis(row))
                    .list());
  }

  /** Gives an analysis a new name and description. */
  public void update(UUID id, Text text, String username) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE analysis SET name = ?, description = ?, updated_by = ?, updated_on = ?"
                        + " WHERE api_id = ?",
                    text.name(),
                    text.description(),
                    username,
                    Columns.stored(clock.instant()),
                    id));
  }

  private static Analysis analysis(ResultSet row) throws SQLException {
    return new Analysis(
        Columns.id(row, "api_id"),
        Columns.id(row, "workspace"),
        new Text(row.getString("name"), row.getString("description")),
        new Change(row.getString("created_by"), Columns.instant(row, "created_on")),
        new Change(row.getString("updated_by"), Columns.instant(row, "updated_on")));
  }
}
