package dev.latchkey.cli;

import dev.latchkey.cli.invocation.CommonOptions;
import dev.latchkey.cli.invocation.ProfileNames;
import dev.latchkey.cli.invocation.Version;
import dev.latchkey.cli.manual.Examples;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, with the options that every command takes. */
@Command(
    name = "latchkey",
    description = "Authenticated access to REST services with API keys or sliding JWTs.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
@Examples({
  "latchkey demo                            shows all it can do, without any network",
  "latchkey configure                       sets up GoFigr",
  "latchkey login --profile mgnify          keeps a token for MGnify",
  "latchkey get my-data/studies/ --profile mgnify -o table",
  "latchkey doctor                          tells what is wrong"
})
final class GlobalOptions implements CommonOptions, Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      completionCandidates = ProfileNames.class,
      scope = ScopeType.INHERIT,
      description = "The service to use, such as mgnify or gofigr (or set LATCHKEY_PROFILE).")
  private @Nullable String profile;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      converter = UrlOption.class,
      scope = ScopeType.INHERIT,
      description = "Where the service lives, in place of the profile's own URL.")
  private @Nullable URI baseUrl;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Read settings from FILE in place of .env in this directory.")
  private @Nullable Path envFile;

  @Option(
      names = "--no-input",
      scope = ScopeType.INHERIT,
      description = "Never ask; fail where something is missing.")
  private boolean noInput;

  @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "Print data and errors only.")
  private boolean quiet;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Tell on standard error what is done; never shows a secret.")
  private boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      defaultValue = "auto",
      scope = ScopeType.INHERIT,
      description = "Whether help is colored (default: ${DEFAULT-VALUE}; NO_COLOR is honored).")
  @SuppressWarnings("UnusedVariable") // declared for help; ColorChoice reads it before parsing
  private ColorChoice color = ColorChoice.AUTO;

  /** Without a command, tells which there are. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Override
  public Optional<String> profile() {
    return Optional.ofNullable(profile);
  }

  @Override
  public Optional<URI> baseUrl() {
    return Optional.ofNullable(baseUrl);
  }

  @Override
  public Optional<Path> envFile() {
    return Optional.ofNullable(envFile);
  }

  @Override
  public boolean mayAsk() {
    return !noInput;
  }

  @Override
  public boolean isQuiet() {
    return quiet;
  }

  @Override
  public boolean isVerbose() {
    return verbose;
  }
}
