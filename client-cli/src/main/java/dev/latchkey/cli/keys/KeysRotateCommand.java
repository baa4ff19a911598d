package dev.latchkey.cli.keys;

import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.Secret;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.ProfileClients;
import dev.latchkey.cli.invocation.StateDirectory;
import dev.latchkey.cli.invocation.Timespan;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.rotate.Journal;
import dev.latchkey.cli.rotate.KeyFiles;
import dev.latchkey.cli.rotate.RotationParts;
import dev.latchkey.cli.rotate.RotationWish;
import dev.latchkey.cli.rotate.Rotator;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.KeyringPlace;
import dev.latchkey.client.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replaces a key by a new one, wherever it is stored. */
@Command(
    name = "rotate",
    description = {
      "Replace an API key: create a new one, try it, put it in place of the old one,",
      "then revoke that. Looks into .gofigr, .env, the user configuration, the keyring",
      "and --file."
    },
    footer = {
      "",
      "Stopped in the middle, it goes on when it is run again. A key that is in no",
      "file is printed, alone, and the old one stays valid until --finish."
    })
@Examples({
  "latchkey keys rotate",
  "latchkey keys rotate ID --file deploy/.env --overlap 7d",
  "latchkey keys rotate --finish"
})
public final class KeysRotateCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "The key's id, as 'keys list' shows it (default: the configured key).")
  private @Nullable String id;

  @Option(
      names = "--expiry",
      paramLabel = "WHEN",
      description = "When the new key ends: 90d, 2030-01-02 or a time (default: as the old one).")
  private @Nullable String expiry;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Another file that holds the key: .gofigr, *.env or *.properties.")
  private List<Path> files = List.of();

  @Option(
      names = "--overlap",
      paramLabel = "TIME",
      defaultValue = "0s",
      description = "Leave the old key valid for so long, such as 7d; then run --finish.")
  private String overlap = "0s";

  @Option(
      names = "--revoke-first",
      description = "Revoke the old key before there is a new one: for when all slots are used.")
  private boolean revokeFirst;

  @Option(names = "--finish", description = "Go on with the rotations that are under way and due.")
  private boolean finish;

  /** Makes it for one run of the program. */
  public KeysRotateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Duration side = Timespan.parse("--overlap", overlap);
    if (revokeFirst && !side.isZero()) {
      throw new UsageException("--overlap and --revoke-first contradict each other.");
    }
    try (ApiClient session = invocation.open()) {
      Rotator rotator = new Rotator(parts(session));
      if (finish) {
        rotator.finish();
      } else {
        rotator.rotate(wish(session, side));
      }
      return ExitCode.SUCCESS;
    }
  }

  private RotationWish wish(ApiClient session, Duration side) {
    boolean isGofigr = session.profile().equals("gofigr");
    Optional<Secret> configured =
        Optional.ofNullable(isGofigr ? System.getenv("GF_API_KEY") : null)
            .map(String::strip)
            .filter(key -> !key.isEmpty())
            .map(key -> Secret.token(key, "environment variable GF_API_KEY"));
    configured.ifPresent(
        key ->
            invocation.say(
                "GF_API_KEY is set: it counts before all files, and is not changed by this."));
    return new RotationWish(
        Optional.ofNullable(id),
        configured,
        Optional.ofNullable(expiry).map(Expiry::parse),
        side,
        revokeFirst);
  }

  private RotationParts parts(ApiClient session) {
    List<SettingsFile> places =
        Stream.of(
                Stream.of(SettingsFile.env(invocation.envFile())).filter(SettingsFile::exists),
                SettingsFile.found().stream(),
                files.stream().map(KeysRotateCommand::existing).map(SettingsFile::named))
            .flatMap(each -> each)
            .toList();
    return new RotationParts(
        Abilities.require(session, ApiKeys.class, "manage keys"),
        key -> use(session.profile(), key),
        new KeyFiles(
            places,
            session.profile(),
            Optional.of(invocation.builder().keyring(session.profile(), "api-key.key"))
                .filter(KeyringPlace::isNamed)),
        new Journal(StateDirectory.find().resolve("rotations").resolve(service(session))),
        InstantSource.system(),
        invocation::say,
        key -> invocation.print(key.reveal()),
        step -> {});
  }

  private static Path existing(Path file) {
    if (!Files.exists(file)) {
      throw new UsageException("--file: there is no " + file + ".");
    }
    return file;
  }

  private void use(String profile, Secret key) {
    try (ApiClient client =
        ProfileClients.open(invocation, profile, Optional.empty(), Map.of("key", key.reveal()))) {
      client.get("user");
    }
  }

  private static String service(ApiClient session) {
    return session.baseUrl().toString().replaceAll("[^A-Za-z0-9.-]+", "_");
  }
}
