package dev.latchkey.client.internal.cache;

import static dev.latchkey.client.internal.cache.Ground.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the disk, and what becomes of what should not be there. */
class ResponseFilesTest {

  private final Path directory;
  private final Ground ground;

  ResponseFilesTest(@TempDir Path directory) {
    this.directory = directory;
    this.ground = new Ground(directory);
    ground.answers(reply(200, Map.of("Cache-Control", "max-age=60"), "one"));
  }

  private Path kept() {
    ground.get();
    assertThat(ground.files()).hasSize(1);
    return ground.files().get(0);
  }

  private void assertAskedAgainAndKeptAgain() {
    ground.get();
    assertThat(ground.asked).hasSize(2);
    ground.get();
    assertThat(ground.asked).hasSize(2);
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  @Test
  void letsInNobodyElse() throws IOException {
    ground.get();
    try (Stream<Path> paths = Files.walk(directory.resolve("responses"))) {
      assertThat(paths)
          .hasSize(4)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 100, 10_000})
  void takesADamagedFileForNone(int length) throws IOException {
    Path file = kept();
    byte[] content = Files.readAllBytes(file);
    byte[] damaged = Arrays.copyOf(content, Math.min(length, content.length));
    if (damaged.length == content.length) {
      damaged[content.length - 1] ^= 1;
    }
    Files.write(file, damaged);
    assertAskedAgainAndKeptAgain();
  }

  @Test
  void takesAFileThatOthersMayReadForNone() throws IOException {
    mode(kept(), "rw-r--r--");
    assertAskedAgainAndKeptAgain();
  }

  private static void giveAway(Path path) throws IOException {
    assumeThat(Files.getOwner(path).getName())
        .as("only root can give files away")
        .isEqualTo("root");
    Files.setAttribute(path, "unix:uid", 65_534);
  }

  @Test
  void takesAFileOfSomebodyElseForNone() throws IOException {
    giveAway(kept());
    assertAskedAgainAndKeptAgain();
  }

  @Test
  void takesNothingFromADirectoryOfSomebodyElse() throws IOException {
    kept();
    giveAway(directory.resolve("responses"));
    ground.get();
    assertThat(ground.asked).hasSize(2);
    assertThat(ground.warnings).hasSize(1);
    assertThat(ground.cache().clear(ground.user, Ground.ORIGIN)).isZero();
  }

  @Test
  void takesALinkForNone() throws IOException {
    Path file = kept();
    Path elsewhere = Files.move(file, directory.resolve("elsewhere"));
    Files.createSymbolicLink(file, elsewhere);
    assertAskedAgainAndKeptAgain();
  }

  @Test
  void takesAFileThatWasMovedForNone() throws IOException {
    Path mine = kept();
    User other = new User("Webin-2");
    ground.get(other);
    Path theirs =
        ground.files().stream().filter(file -> !file.equals(mine)).findFirst().orElseThrow();
    Files.copy(mine, theirs.resolveSibling(mine.getFileName()));
    Files.write(theirs, Files.readAllBytes(mine));
    ground.get(other);
    assertThat(ground.asked).hasSize(3);
  }

  @Test
  void goesOnWithoutADirectoryOfItsOwnAndSaysSoOnce() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("responses"));
    mode(folder, "rwxrwxrwx");
    Exchange client = ground.client(ground.user);
    for (int i = 1; i <= 3; i++) {
      assertThat(client.send(Call.of("GET", Ground.URL)).text()).isEqualTo("one");
      assertThat(ground.asked).hasSize(i);
    }
    assertThat(ground.files()).isEmpty();
    assertThat(ground.warnings)
        .singleElement()
        .asString()
        .contains(folder.toString(), "mode 700", "latchkey.response-cache=off");
  }

  @Test
  void staysWithinItsBoundByRemovingTheOldest() throws IOException {
    Path shelf = Files.createDirectories(directory.resolve("responses/origin/user"));
    Budget budget = new Budget(directory.resolve("responses"), 1000);
    for (int i = 0; i < 20; i++) {
      Path file = Files.write(shelf.resolve("file" + i), new byte[100]);
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(i)));
    }
    budget.spent(1);
    assertThat(names(shelf)).hasSize(8).contains("file19").doesNotContain("file11");
    Files.write(shelf.resolve("new"), new byte[100]);
    budget.spent(1);
    assertThat(names(shelf)).as("not looked at each time").hasSize(9);
    budget.spent(125);
    assertThat(names(shelf)).hasSize(8).contains("new");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  @Test
  void givesWholeResponsesToManyAtOnce() throws Exception {
    ground.answers(
        call -> reply(200, Map.of("ETag", "\"1\""), ("" + ground.asked.size() % 10).repeat(9999)));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Exchange client = ground.client(ground.user);
        runs.add(
            threads.submit(
                () -> {
                  start.await();
                  for (int n = 0; n < 25; n++) {
                    String text = client.send(Call.of("GET", Ground.URL)).text();
                    assertThat(text).isEqualTo(text.substring(0, 1).repeat(9999));
                  }
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(ground.files()).hasSize(1);
    assertThat(ground.warnings).isEmpty();
  }
}
