package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can read what is written, whatever the umask. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class FileModesTest {

  private final Path temporary;

  FileModesTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "022", "077", "777"})
  void letsInOnlyTheOwnerWhateverTheUmask(String umask) throws Exception {
    Path home = temporary.resolve("home");
    StoreFixture fixture = new StoreFixture(home.resolve("cache"));
    List<String> launcher = new ArrayList<>(withoutPrivilege());
    launcher.addAll(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
    try (JavaProcess process =
        JavaProcess.startBelow(launcher, "save", fixture.directory.toString(), "7")) {
      assertThat(process.lines()).containsExactly("loaded: 7");
    }
    assertThat(mode(home)).isEqualTo("rwx------");
    assertThat(mode(fixture.directory)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(fixture.directory)) {
      assertThat(files).hasSize(2).allSatisfy(f -> assertThat(mode(f)).isEqualTo("rw-------"));
    }
    assertThat(fixture.store.load(KEY)).contains(token(7));
    assertThat(fixture.warnings).isEmpty();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** {@return how to start a program for which modes count, although we may be root} */
  static List<String> withoutPrivilege() throws InterruptedException {
    List<String> launcher =
        List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--");
    List<String> trial = new ArrayList<>(launcher);
    trial.add("true");
    return JavaProcess.works(trial.toArray(String[]::new)) ? launcher : List.of();
  }
}
