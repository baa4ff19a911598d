package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.latchkey.auth.TokenStore.Lease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** System calls that are watched or made to fail, by strace. */
@Timeout(120)
class SystemCallFaultTest {

  private final Path temporary;
  private final StoreFixture fixture;

  SystemCallFaultTest(@TempDir Path temporary) throws InterruptedException {
    this.temporary = temporary;
    assumeThat(JavaProcess.works("strace", "-o", "/dev/null", "true"))
        .as("strace is there and may trace")
        .isTrue();
    fixture = new StoreFixture(temporary.resolve("cache"));
    fixture.store.save(token(1));
  }

  private List<String> run(String verb, String argument, String... options) throws Exception {
    List<String> launcher = new ArrayList<>(List.of("strace", "-f", "-y", "-o", log().toString()));
    launcher.addAll(List.of(options));
    try (JavaProcess process =
        JavaProcess.startBelow(launcher, verb, fixture.directory.toString(), argument)) {
      return process.lines();
    }
  }

  private Path log() {
    return temporary.resolve("strace.log");
  }

  @Test
  void bringsTheContentToTheDiskBeforeTheNameAndTheNameBeforeItReturns() throws Exception {
    assertThat(run("save", "2", "-e", "trace=fsync,fdatasync,rename,renameat,renameat2"))
        .containsExactly("loaded: 2");
    List<String> steps;
    try (Stream<String> lines = Files.lines(log())) {
      steps = lines.filter(l -> l.contains(fixture.directory.toString())).map(this::step).toList();
    }
    assertThat(steps)
        .containsExactly(
            "fsync temporary",
            "rename",
            "fsync directory",
            "fsync temporary",
            "rename",
            "fsync directory");
  }

  private String step(String line) {
    if (line.contains("rename")) {
      return "rename";
    }
    String call = line.contains("fsync") ? "fsync " : "fdatasync ";
    return call + (line.contains(FileNames.TEMPORARY + ">") ? "temporary" : "directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EIO", "ENOSPC", "ESTALE"})
  void keepsTheOldFileWhenTheDiskFails(String error) throws Exception {
    byte[] old = Files.readAllBytes(fixture.file());
    List<String> lines = run("save", "2", "-e", "trace=fsync", "-e", "inject=fsync:error=" + error);
    assertThat(lines).hasSize(2).endsWith("loaded: 2");
    assertThat(lines.get(0)).startsWith("warning: Cannot write in " + fixture.directory);
    assertThat(fixture.file()).hasBinaryContent(old);
    assertThat(fixture.files(FileNames.TEMPORARY)).isEmpty();
  }

  @Test
  void keepsTheOldFileWhenItIsKilledBeforeTheMove() throws Exception {
    byte[] old = Files.readAllBytes(fixture.file());
    assertThat(run("save", "2", "-e", "trace=rename", "-e", "inject=rename:signal=KILL")).isEmpty();
    assertThat(fixture.file()).hasBinaryContent(old);
    assertThat(fixture.another().load(KEY)).contains(token(1));
    assertThat(fixture.files(FileNames.TEMPORARY)).hasSize(1);
    fixture.another().save(token(3));
    assertThat(fixture.another().load(KEY)).contains(token(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENOLCK", "ENOSYS", "EIO", "ESTALE"})
  void goesOnWithoutALeaseWhereFilesCannotBeLocked(String error) throws Exception {
    List<String> lines =
        run("ask", "20000", "-e", "trace=fcntl", "-e", "inject=fcntl:error=" + error);
    assertThat(lines).hasSize(2).endsWith("held: false");
    assertThat(lines.get(0)).startsWith("warning: Cannot lock files in " + fixture.directory);

    assertThat(run("save", "2", "-e", "trace=fcntl", "-e", "inject=fcntl:error=" + error))
        .hasSize(2)
        .endsWith("loaded: 2");
    assertThat(fixture.store.load(KEY)).contains(token(2));
  }

  @Test
  void goesOnWithoutALeaseWhereALockIsAlwaysBusy() throws Exception {
    assertThat(run("ask", "100", "-e", "trace=fcntl", "-e", "inject=fcntl:error=EAGAIN"))
        .hasSize(2)
        .endsWith("held: false");
  }

  /** As on a network file system mounted with nolock. */
  @Test
  void neverDamagesAFileWhereLocksDoNothing() throws Exception {
    String[] lying = {"-e", "trace=fcntl", "-e", "inject=fcntl:retval=0"};
    try (Lease lease = fixture.store.lease(KEY, Duration.ofSeconds(5))) {
      assertThat(lease.isHeld()).isTrue();
      assertThat(run("ask", "100", lying)).containsExactly("held: true");
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 300; i++) {
                  fixture.store.save(token(2));
                }
              });
      assertThat(run("save", "2", lying)).containsExactly("loaded: 2");
      writer.get();
    }
    assertThat(fixture.store.load(KEY)).contains(token(2));
    assertThat(fixture.warnings).isEmpty();
  }
}
