package dev.latchkey.sandbox.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** One open database with the sandbox's tables. Thread-safe. */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /** Opens the database behind a JDBC URL and makes the tables that are missing. */
  public static Database open(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("sa");
    config.setPoolName("latchkey-sandbox");
    config.setMaximumPoolSize(CONNECTIONS);
    // An in-memory database ends with its last connection, so one is never retired.
    config.setMinimumIdle(1);
    config.setMaxLifetime(0);
    Database database = new Database(new HikariDataSource(config));
    database.jdbi.useHandle(Database::createTables);
    return database;
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /** All rows of a query. */
  <T> List<T> list(RowMapper<T> rows, String sql, Object... values) {
    return jdbi.withHandle(handle -> handle.select(sql, values).map(rows).list());
  }

  /** The only row of a query, if there is one. */
  <T> Optional<T> find(RowMapper<T> rows, String sql, Object... values) {
    return jdbi.withHandle(handle -> handle.select(sql, values).map(rows).findOne());
  }

  /** Runs one statement; answers how many rows it changed. */
  int execute(String sql, @Nullable Object... values) {
    return jdbi.withHandle(handle -> handle.execute(sql, values));
  }

  @Override
  public void close() {
    pool.close();
  }

  private static void createTables(Handle handle) {
    for (String statement : schema().split(";\\s*", 0)) {
      if (!statement.isBlank()) {
        handle.execute(statement);
      }
    }
  }

  private static String schema() {
    try (InputStream in = Database.class.getResourceAsStream("schema.sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
