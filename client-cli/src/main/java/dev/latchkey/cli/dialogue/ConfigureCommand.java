package dev.latchkey.cli.dialogue;

import dev.latchkey.auth.Secret;
import dev.latchkey.cli.configure.Clients;
import dev.latchkey.cli.configure.Dialogue;
import dev.latchkey.cli.configure.GofigrWizard;
import dev.latchkey.cli.configure.PasswordWizard;
import dev.latchkey.cli.configure.Wishes;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.ProfileClients;
import dev.latchkey.cli.invocation.TokenLosses;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.client.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets a wizard ask for what a profile needs, and writes it to a file. */
@Command(
    name = "configure",
    description = {
      "Set up a profile: log in, create or paste an API key, choose a workspace.",
      "For gofigr unless --profile says otherwise, in the file that GoFigr's own clients read."
    },
    footer = {"", "Without a terminal the answers are read from standard input, one a line."})
@Examples({
  "latchkey configure",
  "latchkey configure --config-path .            for this directory alone",
  "latchkey configure --save-to keyring          no key in a file",
  "latchkey configure --profile mgnify",
  "GF_USERNAME=demo GF_PASSWORD=… latchkey configure --no-input --key-name ci",
  "latchkey configure --no-input --with-key < key.txt"
})
public final class ConfigureCommand implements Callable<Integer> {

  private static final String GOFIGR = "gofigr";

  private final Invocation invocation;

  @Option(
      names = {"-a", "--advanced"},
      description = "Ask for lesser-used settings, too (gofigr).")
  private boolean advanced;

  @Option(
      names = {"-c", "--config-path"},
      paramLabel = "FILE",
      description = "The file to write, or its directory (gofigr; default: ~/.gofigr).")
  private @Nullable String configPath;

  @Option(names = "--url", paramLabel = "URL", description = "Where the service lives.")
  private @Nullable String url;

  @Option(names = "--username", paramLabel = "NAME", description = "Whom to log in as.")
  private @Nullable String username;

  @Option(names = "--device", description = "Log in at a browser instead of with a password.")
  private boolean device;

  @Option(
      names = "--with-key",
      description = "Take an existing API key, from standard input; no login is needed.")
  private boolean withKey;

  @Option(
      names = "--key-name",
      paramLabel = "NAME",
      description = "Create an API key of this name.")
  private @Nullable String keyName;

  @Option(
      names = "--workspace",
      paramLabel = "ID",
      description =
          "The default workspace, by id or name (default without input: the primary one).")
  private @Nullable String workspace;

  @Option(
      names = "--save-to",
      paramLabel = "file|keyring|env|user|nowhere",
      description = {
        "Where to keep the API key: file, or keyring (gofigr).",
        "Where to keep user name and password: env (.env here), user (configuration), or nowhere"
            + " (others)."
      })
  private @Nullable String saveTo;

  /** Makes it for one run of the program. */
  public ConfigureCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    requireSense();
    if (invocation.profileOr(GOFIGR).equals(GOFIGR)) {
      gofigr();
    } else {
      passwords();
    }
    return ExitCode.SUCCESS;
  }

  private void requireSense() {
    if (advanced && !invocation.mayAsk()) {
      throw new UsageException("--advanced asks questions, and --no-input forbids that.");
    }
    if (withKey && (keyName != null || device)) {
      throw new UsageException(
          "--with-key takes a key: --key-name and --device are for a new one.");
    }
  }

  private void requirePlace(String... places) {
    if (saveTo != null && !List.of(places).contains(saveTo)) {
      throw new UsageException(
          "For profile '"
              + invocation.profileOr(GOFIGR)
              + "' --save-to takes "
              + String.join(" or ", places)
              + ".");
    }
  }

  private void gofigr() {
    requirePlace("file", "keyring");
    if ("keyring".equals(saveTo) && configPath != null) {
      throw new UsageException(
          "--save-to keyring is for the key that counts everywhere, and --config-path for the one"
              + " of a directory.");
    }
    Dialogue dialogue = Dialogues.of(invocation);
    Wishes wishes = wishes(dialogue);
    if (!invocation.mayAsk() && wishes.key().isEmpty() && keyName == null) {
      throw new UsageException(
          "With --no-input, --key-name NAME creates an API key, and --with-key or GF_API_KEY takes"
              + " one.");
    }
    Path written = ConfigPath.of(configPath);
    boolean isInKeyring =
        new GofigrWizard(
                dialogue,
                at -> settings -> ProfileClients.open(invocation, GOFIGR, at, settings),
                SettingsFile.gofigr(written),
                invocation.builder().keyring(GOFIGR, KeyInUse.SETTING))
            .run(wishes, Optional.ofNullable(url));
    KeyInUse.tell(invocation, isInKeyring ? Optional.empty() : Optional.of(written));
  }

  private void passwords() {
    requirePlace("env", "user", "nowhere");
    String profile = invocation.profileOr(GOFIGR);
    TokenLosses losses = invocation.losses();
    Clients clients =
        settings ->
            ProfileClients.builder(invocation, profile, Optional.ofNullable(url), settings)
                .listener(losses)
                .build();
    Optional<String> place = Optional.ofNullable(saveTo);
    Dialogue dialogue = Dialogues.of(invocation);
    new PasswordWizard(dialogue, clients, Keepings.of(invocation, clients), losses::complaint)
        .run(
            profile.equals("mgnify") ? "MGnify" : profile,
            wishes(dialogue),
            invocation.mayAsk() ? place : Optional.of(place.orElse("nowhere")));
  }

  private Wishes wishes(Dialogue dialogue) {
    return new Wishes(
        Optional.ofNullable(username),
        Optional.ofNullable(keyName),
        key(dialogue),
        Optional.ofNullable(saveTo == null && configPath != null ? "file" : saveTo),
        Optional.ofNullable(workspace),
        advanced,
        device,
        !invocation.mayAsk());
  }

  private Optional<Secret> key(Dialogue dialogue) {
    if (withKey) {
      Dialogue source = invocation.mayAsk() ? dialogue : new PipedDialogue(invocation);
      return Optional.of(Secret.token(source.askHidden("API key: ").strip(), "standard input"));
    }
    return Optional.ofNullable(System.getenv("GF_API_KEY"))
        .map(String::strip)
        .filter(key -> !key.isEmpty() && !invocation.mayAsk() && keyName == null)
        .map(key -> Secret.token(key, "environment variable GF_API_KEY"));
  }
}
