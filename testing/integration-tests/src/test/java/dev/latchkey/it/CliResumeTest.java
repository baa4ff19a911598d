package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are killed and go on: what they leave is what one run would have left. */
class CliResumeTest {

  private static final int SECONDS = 50;

  @TempDir private Path directory = Path.of("");

  private Path output() {
    return directory.resolve("out");
  }

  private Path resume() {
    return directory.resolve("resume");
  }

  private String line(String options) {
    return "exec '"
        + Distribution.ofBuild().launcher()
        + "' get things/ --all --resume '"
        + resume()
        + "' "
        + options
        + " >> '"
        + output()
        + "'";
  }

  private Processes.Result run(PagedServer server, String options) {
    return Processes.below(directory)
        .run(List.of("bash", "-c", line(options)), server.environment());
  }

  /** Kills a run while the server holds a page back, which it then gives to the next. */
  private void runAndKill(Held server, String options, int heldPage) throws Exception {
    server.hold(heldPage);
    Process process = start(server.pages(), options);
    try {
      assertThat(server.awaitReached()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
      server.release();
    }
  }

  private Process start(PagedServer server, String options) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", line(options))
            .redirectError(directory.resolve("killed.txt").toFile());
    builder.environment().putAll(server.environment());
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("LATCHKEY_ARCHIVES", "off");
    return builder.start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ndjson", "csv", "json"})
  void leaveWhatOneRunWouldHaveLeft(String format) throws Exception {
    String options = "-o " + format + " --prefetch 0";
    try (Held server = new Held(1000)) {
      for (int page : new int[] {1, 4, 8}) {
        runAndKill(server, options, page);
        tear();
      }
      assertThat(run(server.pages(), options).exitCode()).isZero();
      String resumed = Files.readString(output());
      Files.delete(resume());
      Files.delete(output());
      run(server.pages(), options).succeeded();
      assertThat(resumed).isEqualTo(Files.readString(output())).contains("thing, 999");
      // The first page: by the run that was killed at it, the next one, and the last.
      assertThat(server.pages().asked().stream().filter(page -> page == 1)).hasSize(3);
    }
  }

  /** As if the run had been killed in the middle of a write. */
  private void tear() throws IOException {
    Files.writeString(output(), "{\"id\":7,\"na", StandardOpenOption.APPEND);
  }

  @Test
  void goOnAfterAnErrorAndAreDoneOnce() throws Exception {
    try (PagedServer server = PagedServer.of(600, new FailingOnce(4)::status)) {
      Processes.Result failed = run(server, "-o ndjson --max-wait 0 --prefetch 0");
      assertThat(failed.exitCode()).as(failed.toString()).isEqualTo(6);
      assertThat(Files.readAllLines(output())).hasSize(300);
      assertThat(run(server, "-o ndjson --prefetch 0").succeeded().err()).isEmpty();
      assertThat(Files.readAllLines(output())).hasSize(600).doesNotHaveDuplicates();
      assertThat(run(server, "-o ndjson --prefetch 0").succeeded().err()).contains("there already");
      assertThat(Files.readAllLines(output())).hasSize(600);
      assertThat(server.asked()).containsExactly(1, 2, 3, 4, 4, 5, 6);
    }
  }

  @Test
  void leaveWhatWasAddedOnceTheyAreDone() throws Exception {
    try (PagedServer server = PagedServer.of(250, page -> 200)) {
      run(server, "-o ndjson").succeeded();
      Files.writeString(output(), "mine\n", StandardOpenOption.APPEND);
      assertThat(run(server, "-o ndjson").succeeded().err()).contains("there already");
      assertThat(Files.readAllLines(output())).hasSize(251).endsWith("mine");
    }
  }

  @Test
  void leaveOtherFilesAloneHoweverFarTheyGot() throws Exception {
    try (Held server = new Held(1000)) {
      for (int page : new int[] {1, 4}) {
        runAndKill(server, "-o ndjson --prefetch 0", page);
        String written = Files.readString(output());
        String other = "mine\n".repeat(20_000);
        Files.move(output(), directory.resolve("kept"));
        Files.writeString(output(), other);
        refused(server.pages(), "-o ndjson --prefetch 0", "another file");
        assertThat(output()).content().isEqualTo(other);
        Files.move(directory.resolve("kept"), output(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(output()).content().isEqualTo(written);
      }
      run(server.pages(), "-o ndjson").succeeded();
      assertThat(Files.readAllLines(output())).hasSize(1000).doesNotHaveDuplicates();
    }
  }

  @Test
  void keepOthersOffTheirOutput() throws Exception {
    try (Held server = new Held(500)) {
      server.hold(3);
      Process first = start(server.pages(), "-o ndjson --prefetch 0");
      try {
        assertThat(server.awaitReached()).isTrue();
        refused(server.pages(), "-o ndjson", "Another run");
        server.release();
        assertThat(first.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      } finally {
        first.destroyForcibly();
      }
      assertThat(first.exitValue()).isZero();
      assertThat(Files.readAllLines(output())).hasSize(500).doesNotHaveDuplicates();
    }
  }

  @Test
  void keepWhatWasInTheOutputBefore() throws Exception {
    Files.writeString(output(), "mine\n");
    try (PagedServer server = PagedServer.of(5, page -> 200)) {
      run(server, "-o ndjson").succeeded();
      assertThat(Files.readAllLines(output())).hasSize(6).startsWith("mine");
    }
  }

  @Test
  void leaveAFileForTheOwnerAloneWithoutSecrets() throws Exception {
    try (PagedServer server = PagedServer.of(250, page -> 200)) {
      run(server, "-o ndjson").succeeded();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(resume())))
          .isEqualTo("rw-------");
      assertThat(Files.readString(resume())).doesNotContain(PagedServer.KEY);
      try (Stream<Path> files = Files.list(directory)) {
        assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
      }
    }
  }

  @Test
  void refuseWhatIsNotTheirs() throws Exception {
    try (PagedServer server = PagedServer.of(250, page -> 200);
        PagedServer other = PagedServer.of(250, page -> 200)) {
      run(server, "-o ndjson").succeeded();
      String checkpoint = Files.readString(resume());
      refused(server, "-o csv", "another -o");
      refused(server, "-o ndjson --select id", "another -o");
      Files.writeString(resume(), checkpoint.replace("\"done\":true", "\"done\":false"));
      refused(other, "-o ndjson", "another service");
      refused(server, "-o ndjson -p search=x", "query");
      Files.writeString(output(), "");
      refused(server, "-o ndjson", "shorter");
      Files.writeString(resume(), "{\"version\":");
      refused(server, "-o ndjson", "damaged");
      Files.writeString(resume(), "{\"version\":99}");
      refused(server, "-o ndjson", "this version");
      Files.delete(resume());
      Files.createSymbolicLink(resume(), output());
      refused(server, "-o ndjson", "no resume file");
    }
  }

  private void refused(PagedServer server, String options, String why) {
    Processes.Result refused = run(server, options);
    assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
    assertThat(refused.err()).contains(why);
  }

  @Test
  void needAFileToWriteTo() {
    try (PagedServer server = PagedServer.of(5, page -> 200)) {
      Processes.Result piped =
          Processes.below(directory)
              .run(
                  List.of(
                      "bash", "-c", "(" + line("-o ndjson").replaceAll(" >> .*", "") + ") | cat"),
                  server.environment());
      assertThat(piped.out()).isEmpty();
      assertThat(piped.err()).contains(">> FILE");
    }
  }

  /** Fails the first time that one page is asked for. */
  private static final class FailingOnce {

    private final int page;
    private final AtomicInteger times = new AtomicInteger();

    FailingOnce(int page) {
      this.page = page;
    }

    int status(int asked) {
      return asked == page && times.incrementAndGet() == 1 ? 500 : 200;
    }
  }

  /** A server that keeps a page back until it is told to give it. */
  private static final class Held implements AutoCloseable {

    private final PagedServer pages;
    private volatile int held;
    private volatile CountDownLatch reached = new CountDownLatch(1);
    private volatile CountDownLatch released = new CountDownLatch(1);

    Held(int count) {
      this.pages = PagedServer.of(count, this::status);
    }

    PagedServer pages() {
      return pages;
    }

    void hold(int page) {
      reached = new CountDownLatch(1);
      released = new CountDownLatch(1);
      held = page;
    }

    boolean awaitReached() throws InterruptedException {
      return reached.await(SECONDS, TimeUnit.SECONDS);
    }

    void release() {
      held = 0;
      released.countDown();
    }

    private int status(int page) {
      if (page == held) {
        reached.countDown();
        try {
          released.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return 200;
    }

    @Override
    public void close() {
      release();
      pages.close();
    }
  }
}
