package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a sandbox that is killed (-9) while it writes. */
@Timeout(180)
class KilledSandboxTest {
  private static final int WRITERS = 4;

  /** How many writes are acknowledged before the end, at least. */
  private static final int WRITES = Integer.getInteger("latchkey.sandbox.writes", 300);

  @Test
  void keepsEveryAcknowledgedWriteInADirectory(@TempDir Path directory) throws Exception {
    Set<String> acknowledged = writeUntilKilled(List.of(directory.toString()), "");
    assertKept(SandboxDatabase.in(directory), acknowledged);
  }

  @Test
  void keepsEveryAcknowledgedWriteInPostgresql() throws Exception {
    PostgresServer.assumeInstalled();
    PostgresServer server = PostgresServer.running();
    SandboxDatabase database = server.emptyDatabase();
    Set<String> acknowledged =
        writeUntilKilled(List.of(server.url("latchkey"), "latchkey"), server.password());
    assertKept(database, acknowledged);
  }

  private static Set<String> writeUntilKilled(List<String> arguments, String password)
      throws IOException, InterruptedException {
    Process process = start(arguments, password);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      SandboxClient client = SandboxClient.of(URI.create(out.readLine()));
      SandboxClient demo =
          client.with(
              "Bearer "
                  + client
                      .post(
                          "/api/token/",
                          json("username", "demo", "password", Users.DEMO.password()))
                      .text("access"));
      String workspace = Gofigr.workspace(demo, "primary");
      Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
      CountDownLatch enough = new CountDownLatch(WRITES);
      List<CompletableFuture<Void>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(write(demo, json("name", "n", "workspace", workspace), acknowledged, enough));
      }
      assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
      process.destroyForcibly().waitFor();
      writers.forEach(KilledSandboxTest::awaitEnd);
      return new HashSet<>(acknowledged);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Makes one analysis after the other until the connection breaks. */
  private static CompletableFuture<Void> write(
      SandboxClient demo, String analysis, Queue<String> acknowledged, CountDownLatch enough) {
    return demo.postLater(Gofigr.API + "analysis/", analysis)
        .thenCompose(
            answer -> {
              assertThat(answer.status()).isEqualTo(201);
              acknowledged.add(answer.text("api_id"));
              enough.countDown();
              return write(demo, analysis, acknowledged, enough);
            });
  }

  private static void awaitEnd(CompletableFuture<Void> writer) {
    try {
      writer.join();
    } catch (CompletionException e) {
      assertThat(e).hasCauseInstanceOf(IOException.class);
    }
  }

  private static void assertKept(SandboxDatabase database, Set<String> acknowledged) {
    SandboxOptions options = SandboxOptions.defaults().withDatabase(database);
    try (Sandbox sandbox = Sandbox.start(options)) {
      SandboxClient demo = new Gofigr(sandbox).loggedIn(Users.DEMO);
      String path = Gofigr.API + "workspace/" + Gofigr.workspace(demo, "primary") + "/";
      Set<String> kept = new HashSet<>();
      for (JsonElement each : demo.get(path).object().getAsJsonArray("analyses")) {
        kept.add(each.getAsJsonObject().get("api_id").getAsString());
      }
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(WRITES);
      assertThat(kept).containsAll(acknowledged);
    }
  }

  private static Process start(List<String> arguments, String password) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(KillableSandbox.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("PGPASSWORD", password);
    return builder.start();
  }
}
