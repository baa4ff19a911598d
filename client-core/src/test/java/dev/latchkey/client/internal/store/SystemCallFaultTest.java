package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.latchkey.auth.TokenStore.Lease;
import dev.latchkey.client.internal.file.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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
    if (!"true".equals(System.getenv("LATCHKEY_REQUIRE_PEERS"))) {
      assumeThat(JavaProcess.works("strace", "-o", "/dev/null", "true"))
          .as("strace is there and may trace")
          .isTrue();
    }
    fixture = new StoreFixture(temporary.resolve("cache"));
    fixture.store.save(token(1));
  }

  private List<String> run(String verb, String argument, String... options) throws Exception {
    try (JavaProcess process = start(verb, argument, options)) {
      return process.lines();
    }
  }

  private JavaProcess start(String verb, String argument, String... options) throws IOException {
    List<String> launcher = new ArrayList<>(List.of("strace", "-f", "-y", "-o", log().toString()));
    launcher.addAll(List.of(options));
    return JavaProcess.startBelow(launcher, verb, fixture.directory.toString(), argument);
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
    return call + (line.contains(Replacement.ENDING + ">") ? "temporary" : "directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EIO", "ENOSPC", "ESTALE"})
  void keepsTheOldFileWhenTheDiskFails(String error) throws Exception {
    byte[] old = Files.readAllBytes(fixture.file());
    List<String> lines = run("save", "2", "-e", "trace=fsync", "-e", "inject=fsync:error=" + error);
    assertThat(lines).hasSize(2).endsWith("loaded: 2");
    assertThat(lines.get(0)).startsWith("warning: Cannot write in " + fixture.directory);
    assertThat(fixture.file()).hasBinaryContent(old);
    assertThat(fixture.files(Replacement.ENDING)).isEmpty();
  }

  @Test
  void keepsTheOldFileWhenItIsKilledBeforeTheMove() throws Exception {
    byte[] old = Files.readAllBytes(fixture.file());
    assertThat(run("save", "2", "-e", "trace=rename", "-e", "inject=rename:signal=KILL")).isEmpty();
    assertThat(fixture.file()).hasBinaryContent(old);
    assertThat(fixture.another().load(KEY)).contains(token(1));
    List<Path> left = fixture.files(Replacement.ENDING);
    assertThat(left).hasSize(1);
    fixture.another().save(token(3));
    assertThat(fixture.another().load(KEY)).contains(token(3));
    assertThat(left.get(0)).as("young, perhaps about to be moved").exists();
    Files.setLastModifiedTime(
        left.get(0), FileTime.from(Instant.now().minus(Duration.ofMinutes(61))));
    assertThat(fixture.another().load(KEY)).contains(token(3));
    assertThat(left.get(0)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENOLCK", "ENOSYS", "EIO", "ESTALE"})
  void claimsWithAFileWhereFilesCannotBeLocked(String error) throws Exception {
    List<String> lines =
        run("ask", "20000", "-e", "trace=fcntl", "-e", "inject=fcntl:error=" + error);
    assertThat(lines).hasSize(2).contains("held: true");
    assertThat(String.join("", lines))
        .contains("warning: Cannot lock files in " + fixture.directory);
    assertThat(fixture.files(FileNames.CLAIM)).isEmpty();

    assertThat(run("save", "2", "-e", "trace=fcntl", "-e", "inject=fcntl:error=" + error))
        .hasSize(2)
        .endsWith("loaded: 2");
    assertThat(fixture.store.load(KEY)).contains(token(2));
  }

  @Test
  void isAloneWithItsClaimUntilThatIsTooOld() throws Exception {
    String[] unlockable = {"-e", "trace=fcntl", "-e", "inject=fcntl:error=ENOLCK"};
    Path claim = fixture.file(FileNames.LEASE + FileNames.CLAIM);
    try (JavaProcess holder = start("hold", "", unlockable)) {
      assertThat(Stream.of(holder.line(), holder.line())).contains("held: true");
      assertThat(run("ask", "100", unlockable)).contains("held: false");
      try (Lease lease = fixture.store.lease(KEY, Duration.ZERO)) {
        assertThat(lease.isHeld()).isFalse();
        assertThat(lease.isContended()).isTrue();
      }
      holder.kill();
    }
    assertThat(run("ask", "100", unlockable)).contains("held: false");
    Files.setLastModifiedTime(
        claim, FileTime.from(Instant.now().minus(ClaimFile.LONGEST.multipliedBy(2))));
    assertThat(run("ask", "100", unlockable)).contains("held: true");
    assertThat(claim).doesNotExist();
  }

  @Test
  void goesOnWithoutALeaseWhereNothingHelps() throws Exception {
    List<String> lines =
        run(
            "ask",
            "20000",
            "-P",
            fixture.file(FileNames.LEASE).toString(),
            "-P",
            fixture.file(FileNames.LEASE + FileNames.CLAIM).toString(),
            "-e",
            "trace=fcntl,openat",
            "-e",
            "inject=fcntl:error=ENOLCK",
            "-e",
            "inject=openat:error=EROFS:when=2+");
    assertThat(lines).hasSize(2).endsWith("held: false");
    assertThat(lines.get(0)).startsWith("warning: Cannot");
  }

  @Test
  void survivesInterruptedSystemCalls() throws Exception {
    String[] interrupted = {"-e", "trace=fcntl", "-e", "inject=fcntl:error=EINTR"};
    assertThat(run("ask", "100", interrupted)).hasSize(1);
    assertThat(run("save", "2", interrupted)).endsWith("loaded: 2");
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
