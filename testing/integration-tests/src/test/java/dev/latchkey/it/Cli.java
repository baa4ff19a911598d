package dev.latchkey.it;

import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxUser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The installed command line, run as a process in a home of its own against a sandbox. Immutable.
 */
final class Cli {

  private final Processes processes;
  private final Map<String, String> environment;

  private Cli(Processes processes, Map<String, String> environment) {
    this.processes = processes;
    this.environment = environment;
  }

  static Cli of(Path directory, Sandbox sandbox) {
    return below(
        directory,
        Map.of(
            "LATCHKEY_PROFILES_MGNIFY_BASE_URL", sandbox.mgnifyUrl().toString(),
            "GF_URL", sandbox.gofigrUrl().toString()));
  }

  /** Without a sandbox. */
  static Cli below(Path directory, Map<String, String> environment) {
    return new Cli(Processes.below(directory), environment);
  }

  Cli with(String variable, String value) {
    Map<String, String> changed = new TreeMap<>(environment);
    changed.put(variable, value);
    return new Cli(processes, changed);
  }

  Cli withInput(String input) {
    return new Cli(processes.withInput(input), environment);
  }

  Cli in(Path workingDirectory) {
    return new Cli(processes.in(workingDirectory), environment);
  }

  /** With MGnify's user and password in the environment. */
  Cli asWebinUser(Sandbox sandbox) {
    SandboxUser user = user(sandbox, "Webin-12345");
    return with("MG_USER", user.username()).with("MG_PASSWORD", user.password());
  }

  /** With GoFigr's user and password in the environment. */
  Cli asGofigrUser(Sandbox sandbox) {
    SandboxUser user = user(sandbox, "demo");
    return with("GF_USERNAME", user.username()).with("GF_PASSWORD", user.password());
  }

  static SandboxUser user(Sandbox sandbox, String name) {
    return sandbox.users().stream()
        .filter(user -> user.username().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Processes.Result run(String... arguments) {
    return processes.run(command(arguments), environment);
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Distribution.ofBuild().launcher());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Starts it, its standard input and output pipes. */
  Process start(String... arguments) {
    return processes.start(command(arguments), environment);
  }

  /** Starts it at a terminal of its own. */
  TerminalSession terminal(String... arguments) {
    // Not below a shell, which would make something of Ctrl-C itself.
    String line =
        "exec '" + Distribution.ofBuild().launcher() + "' " + String.join(" ", List.of(arguments));
    return TerminalSession.of(
        processes.start(List.of("script", "-qfec", line, "/dev/null"), environment));
  }

  /** Runs what is installed there as another user, which only root can. */
  Processes.Result runAs(int user, Distribution installed, String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("setpriv", "--reuid", Integer.toString(user), "--clear-groups"));
    command.add(installed.launcher());
    command.addAll(List.of(arguments));
    return processes.run(command, environment);
  }

  /**
   * Runs a line of shell in which {@code latchkey} is the command line, and {@code SHELL_LATCHKEY}
   * where it is: a function in the background would be a process of its own.
   */
  Processes.Result shell(String line) {
    String quoted = "'" + Distribution.ofBuild().launcher() + "'";
    return processes.run(
        List.of(
            "bash",
            "-c",
            "export SHELL_LATCHKEY=" + quoted + "; latchkey() { " + quoted + " \"$@\"; }; " + line),
        environment);
  }

  Path home() {
    return processes.home();
  }
}
