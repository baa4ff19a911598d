package dev.latchkey.cli.completion;

import java.util.Map;
import picocli.CommandLine;

/** The shells for which there is completion. */
public enum Shell {
  BASH("bash-completion/completions/latchkey"),
  ZSH("zsh/site-functions/_latchkey"),
  FISH("fish/vendor_completions.d/latchkey.fish");

  private final String place;

  Shell(String place) {
    this.place = place;
  }

  /**
   * Writes the script that a shell reads.
   *
   * @param program the whole program
   * @param asked by which name {@code latchkey __complete} is asked for the candidates of a class
   * @return the script
   */
  public String script(CommandLine program, Map<Class<?>, String> asked) {
    Node root = Node.of(program, asked);
    return switch (this) {
      case BASH -> Bash.script(root);
      case ZSH -> Zsh.script(root);
      case FISH -> Fish.script(root);
    };
  }

  /** {@return where distributions put it, below {@code share}} */
  public String place() {
    return place;
  }
}
