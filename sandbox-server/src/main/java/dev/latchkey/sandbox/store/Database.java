package dev.latchkey.sandbox.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** One open database with the sandbox's tables. Thread-safe. */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  /** Every sandbox asks the same statements: what one has parsed the next need not. */
  private static final SqlParser PARSER = new ColonPrefixSqlParser();

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    jdbi.getConfig(SqlStatements.class).setSqlParser(PARSER);
  }

  /** Opens a database and makes the tables that are missing. */
  public static Database open(DatabaseAddress address) {
    HikariDataSource pool = new HikariDataSource(config(address));
    try {
      Database database = new Database(pool);
      if (address.isInMemory()) {
        database.jdbi.useHandle(Migrations::run);
      } else {
        Migrations.runNew(pool, address);
      }
      return database;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** Runs {@code work} while no other instance on this database does so. */
  public <T> T alone(Supplier<T> work) {
    return jdbi.inTransaction(
        handle -> {
          lock(handle);
          return work.get();
        });
  }

  /** Waits for, and holds until the transaction's end, what all instances hold one at a time. */
  static void lock(Handle handle) {
    handle.createQuery("SELECT id FROM start_lock FOR UPDATE").mapTo(Integer.class).one();
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

  private static HikariConfig config(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setPoolName("latchkey-sandbox");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    if (address.isShared()) {
      // A database that has gone is noticed; it may come back.
      config.addDataSourceProperty("connectTimeout", "10");
      config.addDataSourceProperty("socketTimeout", "60");
      config.addDataSourceProperty("ApplicationName", "latchkey-sandbox");
    } else {
      // An in-memory database ends with its last connection, so one is never retired.
      config.setMaxLifetime(0);
    }
    return config;
  }
}
