package dev.latchkey.cli.credentials;

import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.StoreIds;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.store.Migration;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;
import dev.latchkey.client.SettingsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves the tokens of a profile to another store. */
@Command(
    name = "migrate",
    description = {
      "Move the tokens of a profile to another store.",
      "Each is read back from there before it is deleted here."
    })
@Examples({
  "latchkey store migrate --profile mgnify --to keyring",
  "latchkey store migrate --profile mgnify --from encrypted --to file"
})
public final class StoreMigrateCommand implements Callable<Integer> {

  private static final String STORE = "latchkey.token-cache";

  private final Invocation invocation;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "STORE",
      completionCandidates = StoreIds.class,
      description = "Where they are to be: keyring, encrypted, file, or a store of your own.")
  private String to = "";

  @Option(
      names = "--from",
      paramLabel = "STORE",
      completionCandidates = StoreIds.class,
      description = "Where they are, unless that is the store in use.")
  private @Nullable String from;

  /** Makes it for one run of the program. */
  public StoreMigrateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient source = source()) {
      String id = source.tokenStoreId().orElseThrow();
      if (id.equals(to)) {
        throw new UsageException("--to takes another store than '" + to + "', where they are.");
      }
      tell(source.profile(), id, moved(source));
      return ExitCode.SUCCESS;
    }
  }

  private List<String> moved(ApiClient source) {
    List<ApiClient> targets = new ArrayList<>();
    try {
      return new Migration(source.tokens(), () -> target(source.profile(), targets).tokens())
          .move(source.baseUrl());
    } finally {
      targets.forEach(ApiClient::close);
    }
  }

  private ApiClient source() {
    // Python's own token is not ours to move.
    ApiClientBuilder builder = builder().property(STORE + ".file.ignore-python", "true");
    if (from != null) {
      builder.property(STORE, from);
    }
    return builder.build();
  }

  private ApiClient target(String profile, List<ApiClient> opened) {
    ApiClient client = builder().profile(profile).property(STORE, to).build();
    opened.add(client);
    return client;
  }

  private ApiClientBuilder builder() {
    return invocation.builder().prompt(invocation.prompt());
  }

  private void tell(String profile, String source, List<String> users) {
    if (users.isEmpty()) {
      invocation.say("Profile '" + profile + "' has no tokens in the store '" + source + "'.");
    }
    for (String user : users) {
      invocation.say("Moved the token of " + user + " from '" + source + "' to '" + to + "'.");
    }
    invocation.say(
        "To use the store '"
            + to
            + "' from now on, set LATCHKEY_TOKEN_CACHE="
            + to
            + ", or put "
            + STORE
            + "="
            + to
            + " into "
            + SettingsFile.ofUser().path()
            + ".");
  }
}
