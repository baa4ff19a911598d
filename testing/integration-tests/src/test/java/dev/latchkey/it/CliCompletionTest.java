package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Completion at the tab key of real shells, where {@code latchkey} shows what it was given. */
class CliCompletionTest {

  private static final String POSIX =
      """
      latchkey() {
        if [ "$1" = __complete ]; then '%s' "$@"; else printf '<%%s>' "$@"; echo; fi
      }
      """;
  private static final String FISH =
      """
      function latchkey
        if test "$argv[1]" = __complete
          '%s' $argv
        else
          printf '<%%s>' $argv; echo
        end
      end
      function fish_prompt
        echo 'ready> '
      end
      """;

  private final Distribution distribution = Distribution.ofBuild();
  private Path home = Path.of("");

  static Stream<Arguments> shells() {
    return Stream.of("bash", "zsh", "fish").map(Arguments::of);
  }

  private List<String> command(String shell) {
    return switch (shell) {
      case "bash" -> {
        write(
            ".bashrc", "PS1='ready> '\n" + sourced("bash-completion/completions/latchkey") + POSIX);
        yield List.of("bash", "--noprofile", "--rcfile", home.resolve(".bashrc").toString(), "-i");
      }
      case "zsh" -> {
        write(
            ".zshrc",
            "PS1='ready> '\nautoload -Uz compinit\ncompinit -u -D\n"
                + sourced("zsh/site-functions/_latchkey")
                + POSIX);
        yield List.of("zsh", "-d", "-i");
      }
      default -> {
        write("init.fish", FISH + sourced("fish/vendor_completions.d/latchkey.fish"));
        yield List.of("fish", "--no-config", "-C", "source " + home.resolve("init.fish"), "-i");
      }
    };
  }

  private String sourced(String script) {
    return "source '" + distribution.folder().resolve("share").resolve(script) + "'\n";
  }

  private void write(String name, String text) {
    try {
      Files.writeString(home.resolve(name), text.formatted(distribution.launcher()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a shell that completes, among a file and a program of a name of their own. */
  private TerminalSession session(String shell, Path directory) throws IOException {
    if (!"true".equals(System.getenv("LATCHKEY_REQUIRE_PEERS"))) {
      assumeThat(Path.of("/usr/bin", shell)).exists();
    }
    Processes processes = Processes.below(directory);
    home = Files.createDirectories(processes.home());
    Files.createFile(Files.createDirectories(directory.resolve("work")).resolve("analysis.py"));
    Path programs = Files.createDirectories(directory.resolve("programs"));
    assertThat(Files.createFile(programs.resolve("peculiar")).toFile().setExecutable(true))
        .isTrue();
    String line = String.join(" ", command(shell).stream().map(CliCompletionTest::quoted).toList());
    return TerminalSession.of(
        processes.start(
            List.of("script", "-qfec", line, "/dev/null"),
            Map.of(
                "TERM",
                "dumb",
                "ZDOTDIR",
                home.toString(),
                "PATH",
                programs + ":" + System.getenv("PATH"))));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void completesCommandsOptionsValuesProfilesAndProviders(String shell, @TempDir Path directory)
      throws IOException {
    try (TerminalSession session = session(shell, directory)) {
      session
          .answer("ready> ", "latchkey prof\t")
          .await("<profiles>")
          .answer("ready> ", "latchkey --profile gofigr keys lis\t -o js\t")
          .await("<--profile><gofigr><keys><list><-o><json>")
          .answer("ready> ", "latchkey get x --color=ne\t")
          .await("<get><x><--color=never>")
          .answer("ready> ", "latchkey get x --profile mgn\t")
          .await("<get><x><--profile><mgnify>")
          .answer("ready> ", "latchkey providers slid\t")
          .await("<providers><sliding-jwt>")
          .answer("ready> ", "latchkey help keys rot\t")
          .await("<help><keys><rotate>");
    }
  }

  @ParameterizedTest
  @MethodSource("shells")
  void completesFilesProgramsAndWhatFollowsThem(String shell, @TempDir Path directory)
      throws IOException {
    try (TerminalSession session = session(shell, directory)) {
      session
          .answer("ready> ", "latchkey exec -- pecu\t --quiet anal\t")
          .await("<exec><--><peculiar><--quiet><analysis.py>")
          .answer("ready> ", "latchkey exec --form\t curl pecu\t")
          .await("<exec><--format><curl><peculiar>")
          .answer("ready> ", "latchkey download --from-json anal\t")
          .await("<--from-json><analysis.py>")
          .answer("ready> ", "latchkey configure -c anal\t")
          .await("<-c><analysis.py>");
    }
  }

  @ParameterizedTest
  @MethodSource("shells")
  void completesStoresMethodsAndKindsOfSandboxes(String shell, @TempDir Path directory)
      throws IOException {
    try (TerminalSession session = session(shell, directory)) {
      session
          .answer("ready> ", "latchkey store migrate --to encr\t")
          .await("<migrate><--to><encrypted>")
          .answer("ready> ", "latchkey sandbox --dialect simp\t --refresh doc\t")
          .await("<--dialect><simplejwt><--refresh><documented>")
          .answer("ready> ", "latchkey request PAT\t")
          .await("<request><PATCH>");
    }
  }

  private static String quoted(String word) {
    return "'" + word + "'";
  }
}
