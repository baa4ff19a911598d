package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of these tests' own, from Debian's package: started at first use, gone with
 * this JVM. It listens on loopback and asks for a password.
 */
final class PostgresServer {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
  private static final String USER = "latchkey";

  /** Runs until the end of its input; what is lost in a power failure is of no interest. */
  private static final String SCRIPT =
      """
      set -e
      umask 077
      printf %s "$PASSWORD" > "$DIR/password"
      "$BIN/initdb" -D "$DIR/data" -U latchkey --pwfile="$DIR/password" -A scram-sha-256 \
        -E UTF8 --locale=C --no-sync > "$DIR/log" 2>&1 || { cat "$DIR/log"; exit 1; }
      "$BIN/pg_ctl" -D "$DIR/data" -l "$DIR/log" -w -t 120 -o "-p $PORT -k '' \
        -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=16MB" start > "$DIR/start" \
        2>&1 || { cat "$DIR/log"; exit 1; }
      echo READY
      cat > /dev/null
      "$BIN/pg_ctl" -D "$DIR/data" -m immediate stop > /dev/null
      rm -rf "$DIR/data" "$DIR/password" "$DIR/log" "$DIR/start"
      """;

  private static @Nullable PostgresServer running;

  private final int port;
  private final String password = UUID.randomUUID().toString();
  private final Process process;
  private boolean migrated;

  private PostgresServer(Path programs) throws IOException {
    Path directory = Files.createTempDirectory("latchkey-postgresql");
    this.port = freePort();
    ProcessBuilder builder = new ProcessBuilder(command(directory)).redirectErrorStream(true);
    builder.environment().put("BIN", programs.toString());
    builder.environment().put("DIR", directory.toString());
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("PASSWORD", password);
    builder.environment().put("LC_ALL", "C");
    this.process = builder.directory(directory.toFile()).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).as("the server's first line").isEqualTo("READY");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(directory)));
  }

  /**
   * Skips the calling test where PostgreSQL is missing; fails it where {@code
   * LATCHKEY_REQUIRE_PEERS=true}.
   */
  static void assumeInstalled() {
    boolean installed = programs().isPresent();
    String missing = "Not tested on PostgreSQL: install the packages in .ci/packages";
    if ("true".equals(System.getenv("LATCHKEY_REQUIRE_PEERS"))) {
      assertThat(installed).as(missing).isTrue();
    }
    assumeTrue(installed, missing);
  }

  /** The one server of this JVM. */
  static synchronized PostgresServer running() {
    try {
      if (running == null) {
        running = new PostgresServer(programs().orElseThrow());
      }
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one database of these tests, without anything in its tables. */
  SandboxDatabase emptyDatabase() {
    if (migrated) {
      execute(
          USER,
          "TRUNCATE server_secret, account, workspace, membership, analysis, api_key,"
              + " device_grant, web_session");
    } else {
      execute("postgres", "CREATE DATABASE " + USER);
      migrated = true;
    }
    return database(USER);
  }

  /** The name of a new database without tables. */
  String newDatabase() {
    String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    execute("postgres", "CREATE DATABASE " + name);
    return name;
  }

  SandboxDatabase database(String name) {
    return SandboxDatabase.at(url(name)).withLogin(USER, password);
  }

  /** Runs a statement in a database. */
  void execute(String database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), USER, password);
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  String password() {
    return password;
  }

  private void stop(Path directory) {
    try {
      process.getOutputStream().close();
      process.waitFor(20, TimeUnit.SECONDS);
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
  private static List<String> command(Path directory) throws IOException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      Files.setOwner(
          directory,
          directory
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName("postgres"));
      command.addAll(
          List.of("setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"));
    }
    command.addAll(List.of("sh", "-c", SCRIPT));
    return command;
  }

  private static Optional<Path> programs() {
    if (!Files.isDirectory(PROGRAMS)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(PROGRAMS)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Below the ports that systems give to connections, which could take it before the server. */
  private static int freePort() throws IOException {
    for (int tries = 0; tries < 100; tries++) {
      int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // Another one, then.
      }
    }
    throw new IOException("No port is free");
  }
}
