package dev.latchkey.cli;

import java.util.List;
import picocli.CommandLine;

/** All commands, put together. */
final class CommandTree {

  private CommandTree() {}

  static CommandLine of(Streams streams, List<String> arguments) {
    GlobalOptions options = new GlobalOptions();
    Invocation invocation = new Invocation(streams, options);
    ErrorReport errors = new ErrorReport(streams, options);
    CommandLine keys =
        new CommandLine(new KeysCommand())
            .addSubcommand(new KeysCreateCommand(invocation))
            .addSubcommand(new KeysListCommand(invocation))
            .addSubcommand(new KeysRevokeCommand(invocation));
    return new CommandLine(options)
        .addSubcommand(new DemoCommand(invocation))
        .addSubcommand(new SandboxCommand(invocation))
        .addSubcommand(new LoginCommand(invocation))
        .addSubcommand(new LogoutCommand(invocation))
        .addSubcommand(new StatusCommand(invocation))
        .addSubcommand(new VerifyCommand(invocation))
        .addSubcommand(new RefreshCommand(invocation))
        .addSubcommand(new TokenCommand(invocation))
        .addSubcommand(new GetCommand(invocation))
        .addSubcommand(new RequestCommand(invocation))
        .addSubcommand(keys)
        .addSubcommand(new ProvidersCommand(invocation))
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .setErr(streams.err())
        .setColorScheme(ColorChoice.scheme(arguments))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExpandAtFiles(false);
  }
}
