package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.latchkey.auth.TokenStore.Lease;
import dev.latchkey.client.internal.file.OwnerOnly;
import dev.latchkey.client.internal.file.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Disks that do not do their part: the token is kept, the old file too, and one warning comes. */
@Timeout(60)
class DegradationTest {

  private final Path temporary;
  private StoreFixture fixture;

  DegradationTest(@TempDir Path temporary) {
    this.temporary = temporary;
    fixture = new StoreFixture(temporary.resolve("cache"));
  }

  /** Lets the directory be deleted. */
  @AfterEach
  void makeWritable() throws IOException {
    if (OwnerOnly.isKnownTo(temporary) && Files.isDirectory(fixture.directory)) {
      OwnerOnly.restoreDirectory(fixture.directory);
    }
  }

  @Test
  void worksInMemoryWhereTheDirectoryIsAPlainFile() throws IOException {
    Files.writeString(fixture.directory, "mine");
    worksInMemory();
    assertThat(fixture.directory).hasContent("mine");
  }

  @Test
  void worksInMemoryBelowAPlainFile() throws IOException {
    Files.writeString(fixture.directory, "mine");
    fixture = new StoreFixture(fixture.directory.resolve("deeper"));
    worksInMemory();
  }

  @Test
  void worksInMemoryAtADanglingLink() throws IOException {
    Files.createSymbolicLink(fixture.directory, temporary.resolve("nowhere"));
    worksInMemory();
  }

  private void worksInMemory() {
    for (int i = 1; i < 4; i++) {
      try (Lease lease = fixture.store.lease(KEY, Duration.ofSeconds(5))) {
        assertThat(lease.isHeld()).isFalse();
        assertThat(lease.isContended()).as("there is nobody to wait for").isFalse();
      }
      fixture.store.save(token(i));
      assertThat(fixture.store.load(KEY)).contains(token(i));
      assertThat(fixture.store.keys(KEY.baseUrl())).containsExactly(KEY);
    }
    assertThat(fixture.store.remove(token(1))).isFalse();
    assertThat(fixture.store.remove(token(3))).isTrue();
    assertThat(fixture.store.load(KEY)).isEmpty();
    assertThat(fixture.store.keys(KEY.baseUrl())).isEmpty();
    assertThat(fixture.warnings)
        .singleElement()
        .asString()
        .contains("Tokens cannot be kept in ", temporary.resolve("cache").toString());
  }

  @Test
  void makesTheDirectoryAgainAfterSomebodyDeletedIt() throws IOException {
    fixture.store.save(token(1));
    for (Path file : fixture.files("")) {
      Files.delete(file);
    }
    Files.delete(fixture.directory);
    assertThat(fixture.store.load(KEY)).isEmpty();
    fixture.store.save(token(2));
    assertThat(fixture.another().load(KEY)).contains(token(2));
    assertThat(fixture.warnings).isEmpty();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void readsFromAReadOnlyDirectoryAndKeepsNewTokensInMemory() throws Exception {
    fixture.store.save(token(1));
    mode("r-x------");
    try (JavaProcess process =
        JavaProcess.startBelow(
            FileModesTest.withoutPrivilege(), "save", fixture.directory.toString(), "2")) {
      assertThat(process.lines())
          .hasSize(2)
          .satisfies(
              lines ->
                  assertThat(lines.get(0))
                      .startsWith("warning: Cannot ")
                      .contains(fixture.directory.toString(), "Permission denied"))
          .endsWith("loaded: 2");
    }
    assertThat(fixture.store.load(KEY)).contains(token(1));
    assertThat(fixture.files(Replacement.ENDING)).isEmpty();
  }

  /** As in a container with a read-only root. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void readsWhereNothingCanBeWrittenAtAll() throws Exception {
    fixture.store.save(token(1));
    mode("r-x------");
    List<String> options =
        List.of("-cp", JavaProcess.classPath(), "-Djava.io.tmpdir=" + fixture.directory);
    try (JavaProcess process =
        JavaProcess.start(
            FileModesTest.withoutPrivilege(), options, "load", fixture.directory.toString())) {
      assertThat(process.lines()).containsExactly("loaded: 1");
    }
  }

  @Test
  void keepsTheOldFileOnAFullDisk() throws Exception {
    assumeThat(JavaProcess.works("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"))
        .as("a file system of our own can be mounted")
        .isTrue();
    Files.createDirectory(fixture.directory);
    String script =
        "mount -t tmpfs -o size=16k,mode=700 none \"$0\" && \"$@\" \"$0\" 2"
            + " && head -c 64k /dev/zero > \"$0/filler\" 2>/dev/null; \"$@\" \"$0\" 3; ls \"$0\"";
    try (JavaProcess process =
        JavaProcess.startBelow(
            List.of("unshare", "-rm", "sh", "-c", script, fixture.directory.toString()), "save")) {
      List<String> lines = process.lines();
      assertThat(lines.get(0)).isEqualTo("loaded: 2");
      assertThat(lines.get(1))
          .startsWith("warning: Cannot write in " + fixture.directory)
          .contains("No space left on device");
      assertThat(lines.get(2)).isEqualTo("loaded: 3");
      assertThat(lines.subList(3, lines.size()))
          .contains(fixture.file().getFileName().toString())
          .noneMatch(name -> name.endsWith(Replacement.ENDING));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void countsMemoryUntilTheDiskHoldsSomethingNewer() throws Exception {
    try (JavaProcess process =
        JavaProcess.startBelow(
            FileModesTest.withoutPrivilege(), "relapse", fixture.directory.toString())) {
      List<String> lines = process.lines();
      assertThat(lines.stream().filter(line -> !line.startsWith("warning: ")))
          .containsExactly(
              "read-only, saved 2: 2",
              "other process: 1",
              "writable again: 2",
              "other process saved 3: 3",
              "read-only, removed 3, true: nothing",
              "other process: 3",
              "writable again, saved 4: 4");
      assertThat(lines.stream().filter(line -> line.startsWith("warning: ")))
          .hasSize(2)
          .allMatch(line -> line.contains(fixture.directory.toString()))
          .anyMatch(line -> line.startsWith("warning: Cannot write in "))
          .anyMatch(line -> line.startsWith("warning: Cannot delete "));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void losesNothingFromMemoryWhileTheDiskCannotBeRead() throws IOException {
    fixture.store.save(token(1));
    for (int i = 0; i < 2; i++) {
      mode("rwxrwxrwx");
      if (i == 0) {
        fixture.store.save(token(2));
      }
      assertThat(fixture.store.load(KEY)).contains(token(2));
      mode("rwx------");
      assertThat(fixture.store.load(KEY)).contains(token(2));
    }
    fixture.another().save(token(3));
    assertThat(fixture.store.load(KEY)).contains(token(3));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void forgetsWhatIsInMemoryAndBelowItWhileTheDiskCannotBeRead() throws IOException {
    fixture.store.save(token(1));
    mode("rwxrwxrwx");
    fixture.store.save(token(2));
    assertThat(fixture.store.remove(token(2))).isTrue();
    assertThat(fixture.store.load(KEY)).isEmpty();
    mode("rwx------");
    assertThat(fixture.store.load(KEY)).isEmpty();
    assertThat(fixture.another().load(KEY)).contains(token(1));
  }

  private void mode(String mode) throws IOException {
    Files.setPosixFilePermissions(fixture.directory, PosixFilePermissions.fromString(mode));
  }
}
