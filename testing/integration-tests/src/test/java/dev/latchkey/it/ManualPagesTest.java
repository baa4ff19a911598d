package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.latchkey.it.Processes.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual pages of an installation, as the reader of another system takes them. */
class ManualPagesTest {

  @Test
  void haveNothingThatAReaderWarnsOf(@TempDir Path directory) {
    if (!"true".equals(System.getenv("LATCHKEY_REQUIRE_PEERS"))) {
      assumeThat(Path.of("/usr/bin/mandoc")).exists();
    }
    List<Path> pages = Reactor.list(Distribution.ofBuild().folder().resolve("share/man/man1"));
    assertThat(pages).hasSizeGreaterThan(20);
    List<String> command =
        Stream.concat(
                Stream.of("mandoc", "-T", "lint", "-W", "warning"),
                pages.stream().map(Path::toString))
            .toList();
    Result lint = Processes.below(directory).run(command, Map.of());
    assertThat(lint.out()).isEmpty();
    assertThat(lint.exitCode()).isZero();
  }
}
