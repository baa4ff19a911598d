package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which command lines need no option parser. */
class PlainCommandTest {

  private static Optional<PlainCommand> recognized(String line) {
    return PlainCommand.of(line.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token",
        "--profile lab token",
        "status --no-input --profile lab",
        "get things/ --profile lab",
        "get --profile lab things/",
        "git-credential --profile lab get",
        "exec-credential --profile lab --no-input",
        "exec -- env",
        "exec --profile lab -- sh -c true --profile other --no-input --"
      })
  void recognizesThePlainForms(String line) {
    assertThat(recognized(line)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "login",
        "token --help",
        "token extra",
        "token --",
        "token --profile",
        "token --profile ",
        "token --profile --no-input lab",
        "token --profile=lab",
        "token --profile lab --profile other",
        "token --no-input --no-input",
        "token --quiet",
        "get",
        "get ",
        "get -p",
        "get things/ --all",
        "get -- things/",
        "git-credential",
        "exec",
        "exec env",
        "exec --",
        "exec --broker -- env",
        "exec sh -- env",
        "-- exec env"
      })
  void leavesAllOthersToTheParser(String line) {
    assertThat(recognized(line)).isEmpty();
  }
}
