package dev.latchkey.cli;

import dev.latchkey.cli.credentials.LoginCommand;
import dev.latchkey.cli.credentials.LogoutCommand;
import dev.latchkey.cli.credentials.RefreshCommand;
import dev.latchkey.cli.credentials.StatusCommand;
import dev.latchkey.cli.credentials.StoreCommand;
import dev.latchkey.cli.credentials.StoreMigrateCommand;
import dev.latchkey.cli.credentials.StoreShowCommand;
import dev.latchkey.cli.credentials.TokenCommand;
import dev.latchkey.cli.credentials.VerifyCommand;
import dev.latchkey.cli.data.DownloadCommand;
import dev.latchkey.cli.data.GetCommand;
import dev.latchkey.cli.data.RequestCommand;
import dev.latchkey.cli.data.ResourcesCommand;
import dev.latchkey.cli.demo.DemoCommand;
import dev.latchkey.cli.demo.SandboxCommand;
import dev.latchkey.cli.diagnosis.DoctorCommand;
import dev.latchkey.cli.diagnosis.ProfilesCommand;
import dev.latchkey.cli.diagnosis.ProvidersCommand;
import dev.latchkey.cli.dialogue.ConfigureCommand;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.keys.KeysCommand;
import dev.latchkey.cli.keys.KeysCreateCommand;
import dev.latchkey.cli.keys.KeysListCommand;
import dev.latchkey.cli.keys.KeysRevokeCommand;
import dev.latchkey.cli.keys.KeysRotateCommand;
import dev.latchkey.cli.keys.KeysShowCommand;
import dev.latchkey.cli.keys.WorkspacesCommand;
import dev.latchkey.cli.lending.ExecCommand;
import dev.latchkey.cli.lending.ExecCredentialCommand;
import dev.latchkey.cli.lending.GitCredentialCommand;
import dev.latchkey.cli.lending.ProxyCommand;
import dev.latchkey.cli.manual.HelpLayout;
import dev.latchkey.cli.output.Streams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/** All commands, put together. */
public final class CommandTree {

  private static final String HELP = "help";
  private static final String HIDDEN = "__complete";
  private static final List<String> VERSION = List.of("--version");
  private static final Set<String> VALUED =
      Set.of("--profile", "--base-url", "--env-file", "--color");
  private static final Map<String, Function<Invocation, Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("demo", DemoCommand::new);
    COMMANDS.put("sandbox", SandboxCommand::new);
    COMMANDS.put("configure", ConfigureCommand::new);
    COMMANDS.put("login", LoginCommand::new);
    COMMANDS.put("logout", LogoutCommand::new);
    COMMANDS.put("status", StatusCommand::new);
    COMMANDS.put("verify", VerifyCommand::new);
    COMMANDS.put("refresh", RefreshCommand::new);
    COMMANDS.put("token", TokenCommand::new);
    COMMANDS.put("get", GetCommand::new);
    COMMANDS.put("download", DownloadCommand::new);
    COMMANDS.put("resources", ResourcesCommand::new);
    COMMANDS.put("request", RequestCommand::new);
    COMMANDS.put("exec", CommandTree::exec);
    COMMANDS.put("proxy", ProxyCommand::new);
    COMMANDS.put("git-credential", GitCredentialCommand::new);
    COMMANDS.put("exec-credential", ExecCredentialCommand::new);
    COMMANDS.put("keys", CommandTree::keys);
    COMMANDS.put("store", CommandTree::store);
    COMMANDS.put("workspaces", WorkspacesCommand::new);
    COMMANDS.put("profiles", ProfilesCommand::new);
    COMMANDS.put("providers", ProvidersCommand::new);
    COMMANDS.put("doctor", DoctorCommand::new);
    COMMANDS.put("completion", CompletionCommand::new);
    COMMANDS.put(HELP, invocation -> new HelpCommand());
    COMMANDS.put(HIDDEN, CompleteCommand::new);
  }

  private CommandTree() {}

  /** {@return the whole model, for what is told of it; it is not run} */
  public static CommandLine all() {
    return of(Streams.ofProcess(), List.of());
  }

  static CommandLine of(Streams streams, List<String> arguments) {
    GlobalOptions options = new GlobalOptions();
    Invocation invocation = new Invocation(streams, options);
    ErrorReport errors = new ErrorReport(streams, options);
    CommandLine tree = new CommandLine(options);
    // Reading a command's annotations takes its time: those that were not named are left out, but
    // where none was named, help and suggestions need them all.
    boolean enough =
        arguments.equals(VERSION)
            || (!arguments.contains(HELP)
                && firstWord(arguments).filter(COMMANDS::containsKey).isPresent());
    COMMANDS.forEach(
        (name, command) -> {
          if (!enough || arguments.contains(name)) {
            tree.addSubcommand(name, command.apply(invocation));
          }
        });
    HelpLayout.apply(tree);
    return tree.setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .setExecutionStrategy(errors)
        .setOut(streams.out())
        .setErr(streams.err())
        .setColorScheme(ColorChoice.scheme(arguments))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExpandAtFiles(false);
  }

  /** {@return the first word that is neither an option nor its value} */
  static Optional<String> firstWord(List<String> arguments) {
    boolean isValue = false;
    for (String word : arguments) {
      if (!isValue && !word.startsWith("-")) {
        return Optional.of(word);
      }
      isValue = !isValue && VALUED.contains(word);
    }
    return Optional.empty();
  }

  /** Whatever follows the program's name is the program's. */
  private static CommandLine exec(Invocation invocation) {
    return new CommandLine(new ExecCommand(invocation)).setStopAtPositional(true);
  }

  private static CommandLine store(Invocation invocation) {
    return new CommandLine(new StoreCommand())
        .addSubcommand(new StoreShowCommand(invocation))
        .addSubcommand(new StoreMigrateCommand(invocation));
  }

  private static CommandLine keys(Invocation invocation) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new KeysCreateCommand(invocation))
        .addSubcommand(new KeysListCommand(invocation))
        .addSubcommand(new KeysShowCommand(invocation))
        .addSubcommand(new KeysRevokeCommand(invocation))
        .addSubcommand(new KeysRotateCommand(invocation));
  }
}
