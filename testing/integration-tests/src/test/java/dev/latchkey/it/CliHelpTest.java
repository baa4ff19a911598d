package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever mistypes, or does not know, is told. */
class CliHelpTest {

  @ParameterizedTest
  @CsvSource({
    "stauts, status",
    "keys lits, list",
    "get x --explian, --explain",
    "doctor --onlin, --online"
  })
  void suggestsWhatWasMeant(String typed, String meant, @TempDir Path directory) {
    List<String> command =
        Stream.concat(Stream.of(Distribution.ofBuild().launcher()), Stream.of(typed.split(" ", -1)))
            .toList();
    Result result = Processes.below(directory).run(command, Map.of());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(meant, " --help'.").hasLineCount(3);
  }
}
