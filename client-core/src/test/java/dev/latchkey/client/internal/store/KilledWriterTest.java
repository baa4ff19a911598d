package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.StoredToken;
import dev.latchkey.client.internal.file.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What processes leave behind that are killed while they write. */
@Timeout(value = 3, unit = TimeUnit.HOURS)
class KilledWriterTest {

  /** For a long run: {@code -Dlatchkey.kills=10000}. */
  private static final int KILLS = Integer.getInteger("latchkey.kills", 500);

  private static final int WRITERS = 4;

  /** Between two looks at what the killed have left. */
  private static final int BATCH = 100;

  private final Path temporary;
  private final StoreFixture fixture;

  KilledWriterTest(@TempDir Path temporary) {
    this.temporary = temporary;
    fixture = new StoreFixture(temporary.resolve("cache"));
    fixture.store.save(token(0));
  }

  @Test
  void neverLeavesAnEmptyOrTornFileAndNeverLosesATokenThatWasSaved() throws Exception {
    ArchivedProgram program =
        new ArchivedProgram(
            temporary.resolve("program"), "write-a-little", fixture.directory.toString(), "first");
    ExecutorService workers = Executors.newFixedThreadPool(WRITERS);
    try {
      for (int kills = 0; kills < KILLS; kills += BATCH) {
        killBatch(program, workers);
        reapWhatTheKilledHaveLeft();
      }
    } finally {
      workers.shutdownNow();
    }
    assertThat(fixture.warnings).isEmpty();
    assertThat(fixture.files(FileNames.QUARANTINED)).isEmpty();
  }

  private void killBatch(ArchivedProgram program, ExecutorService workers) throws Exception {
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      String user = "writer-" + i;
      work.add(() -> killSome(program, user));
    }
    for (Future<Boolean> done : workers.invokeAll(work)) {
      assertThat(done.get()).isTrue();
    }
  }

  private boolean killSome(ArchivedProgram program, String user) throws Exception {
    for (int i = 0; i < BATCH / WRITERS; i++) {
      try (JavaProcess writer = program.start("write", fixture.directory.toString(), user)) {
        kill(writer, user);
      }
    }
    return true;
  }

  /** Once it writes, it does nothing else, so any moment is in the middle of it. */
  private void kill(JavaProcess writer, String user) throws IOException, InterruptedException {
    assertThat(writer.line()).isEqualTo("1");
    writer.process().waitFor(ThreadLocalRandom.current().nextInt(20_000), TimeUnit.MICROSECONDS);
    writer.kill();
    List<String> acknowledged = writer.lines();
    int last = acknowledged.isEmpty() ? 1 : number(acknowledged);
    FileTokenStore store = fixture.store;
    StoredToken own = store.load(NumberedToken.largeKey(user)).orElseThrow();
    assertThat(NumberedToken.number(own)).isBetween(last, last + 1);
    assertThat(NumberedToken.number(store.load(KEY).orElseThrow())).isNotNegative();
  }

  /** That there are some shows that the kills came during writes. */
  private void reapWhatTheKilledHaveLeft() throws IOException {
    List<Path> left = fixture.files(Replacement.ENDING);
    assertThat(left).isNotEmpty();
    for (Path file : left) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(61))));
    }
    fixture.another().load(KEY);
    assertThat(fixture.files(Replacement.ENDING)).isEmpty();
  }

  /** The last line can be cut short by the kill; what it tells is true then, too. */
  private static int number(List<String> lines) {
    return Integer.parseInt(lines.get(lines.size() - 1));
  }

  @Test
  void deletesOldTemporaryFilesOfItsOwnAndNothingElse() throws IOException {
    Path old = stray("auth_0.1.tmp", Duration.ofMinutes(61));
    Path young = stray("auth_0.2.tmp", Duration.ofMinutes(59));
    Path foreign = stray("report.tmp", Duration.ofDays(9));
    Path token = stray("auth_1.json", Duration.ofDays(9));
    Path directory = Files.createDirectory(fixture.directory.resolve("auth_2.tmp"));
    Files.setLastModifiedTime(directory, FileTime.from(Instant.EPOCH));
    fixture.another().load(KEY);
    assertThat(old).doesNotExist();
    assertThat(List.of(young, foreign, token, directory)).allMatch(Files::exists);
    assertThat(fixture.store.load(KEY)).contains(token(0));
  }

  private Path stray(String name, Duration age) throws IOException {
    Path file = Files.createFile(fixture.directory.resolve(name));
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }
}
