package dev.latchkey.cli.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion for fish 3 and newer. Stateless. */
final class Fish {

  private static final String BODY =
      """
      function __latchkey_path
          set -l path latchkey
          set -l place 0
          set -l pending
          set -l words (commandline -opc)[2..]
          while set -q words[1]
              set -l word $words[1]
              set -e words[1]
              if set -q pending[1]
                  set pending
              else if string match -q -- '-*=*' $word
                  continue
              else if contains -- "$path $word" $__latchkey_valued
                  set pending $word
              else if string match -q -- '-*' $word
                  continue
              else if contains -- "$path $word" $__latchkey_commands
                  set path "$path $word"
              else if contains -- $path $__latchkey_running
                  set path "$path CMD"
                  set -p words $word
                  break
              else
                  set place (math $place + 1)
              end
          end
          echo $path
          echo $place
          # Those of a program that is to be run.
          string join \\n -- $words
      end

      function __latchkey_program
          set -l found (__latchkey_path)
          # Attached, for it may look like an option.
          complete -C(string join ' ' -- (string escape -- $found[3..]) (commandline -ct))
      end

      function __latchkey_at
          set -l found (__latchkey_path)
          test "$found[1]" = "$argv[1]"
          and begin
              not set -q argv[2]
              or test "$found[2]" = "$argv[2]"
          end
      end

      complete -c latchkey -e
      complete -c latchkey -f
      """;

  private Fish() {}

  static String script(Node root) {
    List<Node> nodes = root.all().toList();
    return "# Completion of latchkey for fish, made by 'latchkey completion fish'.\n\n"
        + "set -g __latchkey_commands"
        + nodes.stream().map(node -> " " + quoted(node.path())).collect(Collectors.joining())
        + "\nset -g __latchkey_valued"
        + nodes.stream().flatMap(Fish::valued).collect(Collectors.joining())
        + "\nset -g __latchkey_running"
        + nodes.stream()
            .filter(Node::runsProgram)
            .map(node -> " " + quoted(node.path()))
            .collect(Collectors.joining())
        + "\n\n"
        + BODY
        + nodes.stream().flatMap(Fish::lines).collect(Collectors.joining());
  }

  private static Stream<String> valued(Node node) {
    return node.options().stream()
        .filter(option -> option.value().isPresent())
        .flatMap(option -> option.names().stream())
        .map(name -> " " + quoted(node.path() + " " + name));
  }

  private static Stream<String> lines(Node node) {
    Stream<String> children =
        node.children().stream()
            .map(child -> line(node.path() + " 0", " -a " + child.name(), child.meaning()));
    Stream<String> options =
        node.options().stream().map(option -> line(node.path(), option(option), option.meaning()));
    List<Candidates> places = node.parameters();
    Stream<String> parameters =
        Stream.iterate(0, i -> i < places.size(), i -> i + 1)
            .map(i -> line(node.path() + " " + i, values(places.get(i)), ""));
    Stream<String> arguments =
        Stream.of(node)
            .filter(Node::runsProgram)
            .map(any -> line(node.path() + " CMD", values(places.get(0)), ""));
    return Stream.of(children, options, parameters, arguments).flatMap(lines -> lines);
  }

  /** A line for a command, or for one place behind it. */
  private static String line(String where, String what, String meaning) {
    String at =
        where.matches(".* \\d+")
            ? "\"" + where.replaceFirst(" (\\d+)$", "\" $1")
            : "\"" + where + "\"";
    return "complete -c latchkey -n '__latchkey_at "
        + at
        + "'"
        + what
        + (meaning.isEmpty() ? "" : " -d " + quoted(meaning))
        + "\n";
  }

  private static String option(Node.Choice option) {
    String names =
        option.names().stream()
            .map(
                name ->
                    name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
            .collect(Collectors.joining());
    return names + option.value().map(value -> " -r" + values(value)).orElse("");
  }

  private static String values(Candidates candidates) {
    return switch (candidates.kind()) {
      case WORDS -> " -f -a " + quoted(String.join(" ", candidates.words()));
      case ASKED -> " -f -a '(latchkey __complete " + candidates.words().get(0) + " 2>/dev/null)'";
      case FILES -> " -F";
      case PROGRAM -> " -f -a '(__latchkey_program)'";
      case ANYTHING -> " -f";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
