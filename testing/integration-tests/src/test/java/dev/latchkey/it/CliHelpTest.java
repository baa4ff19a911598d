package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever mistypes, or does not know, is told. */
class CliHelpTest {

  private static Result refused(String typed, Path directory) {
    List<String> command =
        Stream.concat(Stream.of(Distribution.ofBuild().launcher()), Stream.of(typed.split(" ", -1)))
            .toList();
    Result result = Processes.below(directory).run(command, Map.of());
    assertThat(result.exitCode()).isEqualTo(2);
    return result;
  }

  @ParameterizedTest
  @CsvSource({
    "stauts, status",
    "help kyes, latchkey keys?",
    "help keys rotat, latchkey keys rotate?",
    "hlep get, latchkey help?",
    "--profile mgnify gte x, latchkey get?",
    "keys lits, list",
    "get x --explian, --explain",
    "doctor --onlin, --online"
  })
  void suggestsWhatWasMeant(String typed, String meant, @TempDir Path directory) {
    Result result = refused(typed, directory);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(meant, " --help'.").hasLineCount(3);
  }

  @ParameterizedTest
  @CsvSource({
    "get x --token=canary-4711, '--token'. A secret on a command line can be read by everybody",
    "login --password canary-4711, '--password'. A secret on a command line",
    "configure --api-key lk_canary, '--api-key'. A secret on a command line",
    "keys create x -kcanary, Unknown option: '-k'.",
    "login demo canary-4711, 2 words too many for 'latchkey login'",
    "token canary, One word too many for 'latchkey token'",
    "canary-4711, There is no such command.",
    "get x --base-url https://joe:canary@exa|mple/, it takes a URL such as"
  })
  void repeatsNothingThatMayBeASecret(String typed, String told, @TempDir Path directory) {
    Result result = refused(typed, directory);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(told, " --help'.").doesNotContain("canary");
  }

  @Test
  void saysThatASelectionIsTooDeep(@TempDir Path directory) {
    Result result =
        Processes.below(directory)
            .run(
                List.of(
                    Distribution.ofBuild().launcher(),
                    "get",
                    "x",
                    "--all",
                    "--select",
                    "(".repeat(20_000),
                    "--base-url",
                    "http://127.0.0.1:9/",
                    "--profile",
                    "mgnify"),
                Map.of());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("latchkey: --select is nested too deeply.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "get x --limit many, '--limit takes a whole number.'",
    "sandbox --port x, '--port takes a whole number.'",
    "status -o csv, '--output takes json or table.'",
    "get x --output xml, '--output takes json, ndjson, csv or table.'",
    "status --color blue, '--color takes auto, always or never.'",
    "completion tcsh, 'latchkey completion takes bash, zsh or fish.'",
    "frobnicate, There is no such command."
  })
  void tellsWhatAPlaceTakes(String typed, String told, @TempDir Path directory) {
    Result result = refused(typed, directory);
    assertThat(result.err()).startsWith("latchkey: " + told + "\n").hasLineCount(2);
  }
}
