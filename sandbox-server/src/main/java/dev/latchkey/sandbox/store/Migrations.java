package dev.latchkey.sandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;

/**
 * Makes the tables and brings old ones up to date, by SQL that H2 and PostgreSQL both understand.
 * Flyway does so where a database is kept; one in memory is always new, and Flyway's record of what
 * was done would take longer than all the rest of a sandbox's start.
 */
final class Migrations {
  private static final String FOLDER = "dev/latchkey/sandbox/store/migration";
  private static final List<String> FILES =
      List.of("V1__tables.sql", "V2__instances.sql", "V3__revocations.sql");

  private Migrations() {}

  /** Runs every file on a new database, which is H2: it takes many statements at once. */
  static void run(Handle handle) {
    try (Statement statement = handle.getConnection().createStatement()) {
      for (String file : FILES) {
        statement.execute(read(file));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Making the tables failed", e);
    }
  }

  /**
   * Runs what was not yet run on a database that is kept.
   *
   * @throws org.flywaydb.core.api.FlywayException if the database holds other tables, or a later
   *     version's
   */
  static void runNew(DataSource source, DatabaseAddress address) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:" + FOLDER)
        .loggers("slf4j")
        .placeholderReplacement(false)
        // Data directories from before Flyway hold the tables of version 1. A shared database with
        // tables in it is somebody else's.
        .baselineOnMigrate(!address.isShared())
        .load()
        .migrate();
  }

  private static String read(String file) {
    String resource = "/" + FOLDER + "/" + file;
    try (InputStream in = Migrations.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
