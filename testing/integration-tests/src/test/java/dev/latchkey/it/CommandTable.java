package dev.latchkey.it;

import dev.latchkey.cli.CommandTree;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Every command as it is typed, and what comes of it. */
final class CommandTable {

  /**
   * The exit code, what standard output contains, and what standard error contains. With {@code -}
   * nothing is printed; {@code SECRET} is a credential, which these commands are for; 130 is for
   * what runs until it is interrupted. All runs have a home of their own, with a token for MGnify,
   * and {@code ID} is a key of their own.
   */
  private static final String ROWS =
      """
                                            |   0 | Usage: latchkey         |
      --help                                |   0 | Usage: latchkey         |
      --version                             |   0 | latchkey                |
      keys list --help                      |   0 | Usage: latchkey keys    |
      help                                  |   0 | Usage: latchkey         |
      help keys rotate                      |   0 | Usage: latchkey keys    |
      demo                                  |   0 | key refused             |
      sandbox                               | 130 | The sandbox is running  | Stop it with Ctrl-C.
      configure --no-input --key-name ci --profile gofigr | 0 | -           | Configuration saved
      login                                 |   0 | Authenticated           | as Webin-12345
      logout                                |   0 | -                       | Logged out
      status                                |   0 | Webin-12345             |
      status -o json                        |   0 | "state":"fresh"         |
      verify                                |   0 | The token is valid.     | -> 200
      refresh                               |   0 | Renewed; valid until    | -> 200
      token                                 |   0 | SECRET                  |
      get my-data/studies/                  |   0 | MGYS                    | -> 200
      get studies/ --limit 3 -o csv         |   0 | MGYS                    | -> 200
      get nowhere/                          |   1 | -                       | status 404
      download studies/                     |   0 | studies                 | -> 200
      resources                             |   0 | my-data/studies/        |
      request GET my-data/studies/          |   0 | MGYS                    | Status 200.
      exec -- true                          |   0 | -                       |
      proxy                                 | 130 | export LATCHKEY_BASE_URL | Stop it with Ctrl-C.
      git-credential store                  |   0 | -                       |
      exec-credential                       |   0 | SECRET                  |
      keys                                  |   2 | -                       | Say what to do
      keys create k --profile gofigr        |   0 | SECRET                  | Created the API key 'k'
      keys list --profile gofigr            |   0 | LAST USED               | -> 200
      keys show ID --profile gofigr         |   0 | NAME                    | -> 200
      keys revoke ID --yes --profile gofigr |   0 | -                       | Revoked the API key
      keys rotate ID --profile gofigr       |   0 | SECRET                  | --finish
      store                                 |   2 | -                       | Say what to do
      store show                            |   0 | Webin-12345             |
      store migrate --to encrypted          |   0 | -                       | Moved the token
      workspaces --profile gofigr           |   0 | NAME                    | -> 200
      profiles                              |   0 | gofigr                  | In use: mgnify
      providers                             |   0 | sliding-jwt             |
      doctor                                |   0 | All is well.            |
      completion bash                       |   0 | complete -F             |
      __complete profiles                   |   0 | mgnify                  |
      """;

  private CommandTable() {}

  static Stream<Row> rows() {
    return ROWS.lines().map(CommandTable::row);
  }

  private static Row row(String line) {
    List<String> cells = Stream.of((line + " ").split("\\|", -1)).map(String::strip).toList();
    return new Row(cells.get(0), Integer.parseInt(cells.get(1)), cells.get(2), cells.get(3));
  }

  /** {@return the full names of all commands there are, hidden ones as well} */
  static List<String> commands() {
    return below(CommandTree.all()).toList();
  }

  private static Stream<String> below(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec().qualifiedName()),
        command.getSubcommands().values().stream().flatMap(CommandTable::below));
  }

  /**
   * A row of the table.
   *
   * @param words what is typed behind {@code latchkey}
   * @param exitCode what the process ends with
   * @param out what it prints
   * @param err what it tells besides
   */
  record Row(String words, int exitCode, String out, String err) {

    /** {@return the full name of the command} */
    String command() {
      CommandLine command = CommandTree.all();
      for (String word : words.split(" ", -1)) {
        CommandLine next = command.getSubcommands().get(word);
        if (next == null) {
          break;
        }
        command = next;
      }
      return command.getCommandSpec().qualifiedName();
    }

    boolean prints() {
      return !out.equals("-");
    }

    boolean printsASecret() {
      return out.equals("SECRET");
    }

    boolean runsUntilInterrupted() {
      return exitCode == 130;
    }

    @Override
    public String toString() {
      return "latchkey " + words;
    }
  }
}
