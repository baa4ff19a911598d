package dev.latchkey.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Completion for zsh: a function for each command, for its completion system. Stateless. */
final class Zsh {

  private Zsh() {}

  static String script(Node root) {
    return "#compdef latchkey\n"
        + "# Completion of latchkey for zsh, made by 'latchkey completion zsh'.\n\n"
        + "_latchkey_asked() {\n"
        + "  local -a found\n"
        + "  found=(${(f)\"$(latchkey __complete $1 2>/dev/null)\"})\n"
        + "  compadd -a found\n"
        + "}\n\n"
        + root.all().map(Zsh::function).collect(Collectors.joining("\n"))
        + "\n# Loaded from a folder of functions, it runs; sourced, it is made known.\n"
        + "if [ \"$funcstack[1]\" = _latchkey ]; then\n"
        + "  _latchkey \"$@\"\n"
        + "else\n"
        + "  compdef _latchkey latchkey\n"
        + "fi\n";
  }

  private static String function(Node node) {
    List<String> specs = new ArrayList<>();
    node.options().forEach(option -> specs.add(option(option)));
    for (int i = 0; i < node.parameters().size(); i++) {
      specs.add(quoted((i + 1) + ": :" + action(node.parameters().get(i))));
    }
    if (node.runsProgram()) {
      specs.add(quoted("*:: : _normal"));
    }
    boolean hasChildren = !node.children().isEmpty();
    if (hasChildren) {
      specs.add(quoted("1: :->command"));
      specs.add(quoted("*:: :->rest"));
    }
    return name(node)
        + "() {\n  local curcontext=\"$curcontext\" state line ret=1\n  typeset -A opt_args\n"
        + "  _arguments -C -S"
        // Behind a program no option is ours.
        + (node.runsProgram() ? " -A '-*'" : "")
        + " \\\n    "
        + String.join(" \\\n    ", specs)
        + " && ret=0\n"
        + (hasChildren ? children(node) : "")
        + "  return ret\n}\n";
  }

  private static String children(Node node) {
    return "  case $state in\n    command)\n      local -a commands\n      commands=(\n"
        + node.children().stream()
            .map(child -> "        " + quoted(child.name() + ":" + escaped(child.meaning())) + "\n")
            .collect(Collectors.joining())
        + "      )\n      _describe -t commands command commands && ret=0 ;;\n"
        + "    rest)\n      case $line[1] in\n"
        + node.children().stream()
            .map(child -> "        " + child.name() + ") " + name(child) + " && ret=0 ;;\n")
            .collect(Collectors.joining())
        + "      esac ;;\n  esac\n";
  }

  private static String name(Node node) {
    return "_" + node.path().replaceAll("[^a-z0-9]+", "_");
  }

  private static String option(Node.Choice option) {
    String excluded = "(" + String.join(" ", option.names()) + ")";
    String tail =
        "["
            + escaped(option.meaning())
            + "]"
            + option.value().map(value -> ": :" + action(value)).orElse("");
    if (option.names().size() == 1) {
      return quoted(name(option, 0) + tail);
    }
    return quoted(excluded)
        + "{"
        + option.names().stream()
            .map(name -> name(option, option.names().indexOf(name)))
            .collect(Collectors.joining(","))
        + "}"
        + quoted(tail);
  }

  /** The value may follow in a word of its own, or behind "=" or the letter. */
  private static String name(Node.Choice option, int i) {
    String name = option.names().get(i);
    if (option.value().isEmpty()) {
      return name;
    }
    return name + (name.startsWith("--") ? "=" : "+");
  }

  private static String action(Candidates candidates) {
    return switch (candidates.kind()) {
      case WORDS -> "(" + String.join(" ", candidates.words()) + ")";
      // The space keeps zsh from putting options of its own before the word.
      case ASKED -> " _latchkey_asked " + candidates.words().get(0);
      case FILES -> "_files";
      case PROGRAM -> "_command_names -e";
      case ANYTHING -> "";
    };
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(":", "\\:").replace("[", "\\[").replace("]", "\\]");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
