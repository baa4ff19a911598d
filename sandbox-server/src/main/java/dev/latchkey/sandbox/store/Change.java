package dev.latchkey.sandbox.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Who did something, and when.
 *
 * @param by a username
 * @param on when
 */
public record Change(String by, Instant on) {
  static Change creation(ResultSet row) throws SQLException {
    return new Change(row.getString("created_by"), Columns.instant(row, "created_on"));
  }

  static Change update(ResultSet row) throws SQLException {
    return new Change(row.getString("updated_by"), Columns.instant(row, "updated_on"));
  }
}
