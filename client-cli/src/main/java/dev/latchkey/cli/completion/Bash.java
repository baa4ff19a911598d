package dev.latchkey.cli.completion;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion for bash 4 and newer, which needs nothing but bash. Stateless. */
final class Bash {

  private static final String BODY =
      """
      _latchkey_offer() {
        local kind=${1%% *} words=${1#* }
        case $kind in
          words) mapfile -t COMPREPLY < <(compgen -P "$3" -W "$words" -- "$2") ;;
          asked) mapfile -t COMPREPLY < <(compgen -P "$3" -W "$(latchkey __complete "$words" 2>/dev/null)" -- "$2") ;;
          files) compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -P "$3" -- "$2") ;;
        esac
      }

      _latchkey_program() {
        if declare -F _command_offset >/dev/null; then
          _command_offset "$1"
        elif (($1 == COMP_CWORD)); then
          mapfile -t COMPREPLY < <(compgen -c -- "$2")
        else
          _latchkey_offer files "$2" ''
        fi
      }

      _latchkey() {
        local current=${COMP_WORDS[COMP_CWORD]} path=latchkey pending='' options=yes
        local -i at=1 place=0
        COMPREPLY=()
        # Bash makes three words of --option=value.
        while ((at < COMP_CWORD)); do
          local word=${COMP_WORDS[at]}
          at+=1
          if [[ -n $pending ]]; then
            [[ $word == = ]] || pending=''
          elif [[ $options == yes && $word == -- ]]; then
            options=no
          elif [[ $options == yes && $word == -* ]]; then
            [[ $word == *=* || $(_latchkey_value "$path" "$word") == none ]] || pending=$word
          elif _latchkey_is_command "$path $word"; then
            path="$path $word"
          elif [[ $(_latchkey_parameter "$path" $place) == program ]]; then
            _latchkey_program $((at - 1)) "$current"
            return
          else
            place+=1
          fi
        done
        if [[ -n $pending ]]; then
          [[ $current != = ]] || current=''
          _latchkey_offer "$(_latchkey_value "$path" "$pending")" "$current" ''
        elif [[ $options == yes && $current == -*=* ]]; then
          _latchkey_offer "$(_latchkey_value "$path" "${current%%=*}")" "${current#*=}" "${current%%=*}="
        elif [[ $options == yes && $current == -* ]]; then
          _latchkey_offer "words $(_latchkey_options "$path")" "$current" ''
        elif [[ $(_latchkey_parameter "$path" $place) == program ]]; then
          _latchkey_program "$COMP_CWORD" "$current"
        else
          _latchkey_offer "$(_latchkey_parameter "$path" $place)" "$current" ''
        fi
      }

      complete -F _latchkey latchkey
      """;

  private Bash() {}

  static String script(Node root) {
    List<Node> nodes = root.all().toList();
    return "# Completion of latchkey for bash, made by 'latchkey completion bash'.\n\n"
        + function(
            "_latchkey_is_command",
            "$1",
            nodes.stream().map(node -> quoted(node.path()) + ") return 0 ;;"),
            "*) return 1 ;;")
        + function(
            "_latchkey_options",
            "$1",
            nodes.stream()
                .map(node -> quoted(node.path()) + ") echo " + quoted(options(node)) + " ;;"),
            "*) ;;")
        + function(
            "_latchkey_value",
            "$1 $2",
            nodes.stream()
                .flatMap(node -> node.options().stream().map(option -> value(node, option))),
            "*) echo anything ;;")
        + function(
            "_latchkey_parameter", "$1 $2", nodes.stream().flatMap(Bash::parameters), "*) ;;")
        + BODY;
  }

  private static String function(
      String name, String subject, Stream<String> cases, String otherwise) {
    return name
        + "() {\n  case \""
        + subject
        + "\" in\n"
        + Stream.concat(cases, Stream.of(otherwise))
            .map(line -> "    " + line + "\n")
            .collect(Collectors.joining())
        + "  esac\n}\n\n";
  }

  private static String options(Node node) {
    return node.options().stream()
        .flatMap(option -> option.names().stream())
        .collect(Collectors.joining(" "));
  }

  private static String value(Node node, Node.Choice option) {
    String patterns =
        option.names().stream()
            .map(name -> quoted(node.path() + " " + name))
            .collect(Collectors.joining(" | "));
    return patterns + ") echo " + quoted(option.value().map(Bash::offer).orElse("none")) + " ;;";
  }

  private static Stream<String> parameters(Node node) {
    if (!node.children().isEmpty()) {
      String names = node.children().stream().map(Node::name).collect(Collectors.joining(" "));
      return Stream.of(quoted(node.path() + " 0") + ") echo " + quoted("words " + names) + " ;;");
    }
    List<Candidates> places = node.parameters();
    return Stream.iterate(0, i -> i < places.size(), i -> i + 1)
        .map(i -> quoted(node.path() + " " + i) + ") echo " + quoted(offer(places.get(i))) + " ;;");
  }

  private static String offer(Candidates candidates) {
    String kind = candidates.kind().name().toLowerCase(Locale.ROOT);
    return (kind + " " + String.join(" ", candidates.words())).strip();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
