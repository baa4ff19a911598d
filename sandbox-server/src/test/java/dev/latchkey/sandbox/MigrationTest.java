package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of earlier versions, and of this one. */
class MigrationTest {
  @Test
  void takesADirectoryFromBeforeMigrationsWereRecorded(@TempDir Path directory) throws Exception {
    try (Connection connection = connect(directory);
        Statement statement = connection.createStatement()) {
      statement.execute(firstTables());
      statement.execute(
          "INSERT INTO server_secret VALUES ('mgnify-jwt', X'" + "0".repeat(64) + "')");
    }
    Sandbox.start(SandboxOptions.defaults().withDataDirectory(directory)).close();
    assertThat(KnownKey.secret(directory)).containsOnly(0).hasSize(32);
  }

  private static Connection connect(Path directory) throws SQLException {
    return DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("sandbox"), "sa", "");
  }

  private static String firstTables() throws IOException {
    try (InputStream in =
        MigrationTest.class.getResourceAsStream("store/migration/V1__tables.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
