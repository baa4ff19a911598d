package dev.latchkey.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command, as a shell needs to know it.
 *
 * @param path its words, such as {@code latchkey keys list}
 * @param meaning one line
 * @param options what it takes, those of the whole program as well
 * @param parameters what follows it, in order
 * @param children the commands below it
 */
record Node(
    String path,
    String meaning,
    List<Choice> options,
    List<Candidates> parameters,
    List<Node> children) {

  /**
   * An option.
   *
   * @param names all its names
   * @param meaning one line
   * @param value what follows it; empty where nothing does
   */
  record Choice(List<String> names, String meaning, Optional<Candidates> value) {}

  private static final String HELP = "help";

  /** The whole program. Behind {@code help} stand the names of all commands. */
  static Node of(CommandLine program, Map<Class<?>, String> asked) {
    Node root = described(program, asked);
    List<Node> children =
        root.children.stream()
            .map(child -> child.name().equals(HELP) ? child.naming(root.children) : child)
            .toList();
    return new Node(root.path, root.meaning, root.options, root.parameters, children);
  }

  private Node naming(List<Node> commands) {
    List<Node> names = new ArrayList<>();
    for (Node command : commands) {
      Node name =
          new Node(path + " " + command.name(), command.meaning, List.of(), List.of(), List.of());
      names.add(name.naming(command.children));
    }
    return new Node(path, meaning, options, List.of(), names);
  }

  private static Node described(CommandLine command, Map<Class<?>, String> asked) {
    CommandSpec spec = command.getCommandSpec();
    return new Node(
        spec.qualifiedName(),
        line(spec.usageMessage().description()),
        spec.options().stream()
            .filter(option -> !option.hidden())
            .map(option -> choice(option, asked))
            .toList(),
        spec.positionalParameters().stream()
            .map(parameter -> Candidates.of(parameter, asked))
            .toList(),
        command.getSubcommands().values().stream()
            .filter(child -> !child.getCommandSpec().usageMessage().hidden())
            .map(child -> described(child, asked))
            .toList());
  }

  private static Choice choice(OptionSpec option, Map<Class<?>, String> asked) {
    return new Choice(
        List.of(option.names()),
        line(option.description()),
        option.arity().max() == 0 ? Optional.empty() : Optional.of(Candidates.of(option, asked)));
  }

  /** The first sentence, without its full stop. */
  private static String line(String[] text) {
    return String.join(" ", text).replaceFirst("(?s)(: .*|\\. .*|\\.| \\(.*)$", "");
  }

  /** {@return the last word of the path} */
  String name() {
    return path.substring(path.lastIndexOf(' ') + 1);
  }

  /** {@return whether it runs a program, whose words follow} */
  boolean runsProgram() {
    return parameters.stream().limit(1).anyMatch(place -> place.kind() == Candidates.Kind.PROGRAM);
  }

  /** {@return this and all below} */
  Stream<Node> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
  }
}
