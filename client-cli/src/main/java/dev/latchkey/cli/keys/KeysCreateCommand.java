package dev.latchkey.cli.keys;

import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.CreatedApiKey;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.OutputException;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.client.ApiClient;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a key and prints it, alone. */
@Command(
    name = "create",
    description = "Create an API key and print it, alone. It is not shown again.")
@Examples({"(umask 077; latchkey keys create laptop --profile gofigr > key.txt)"})
public final class KeysCreateCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "NAME", description = "A name for your own reference.")
  private String name = "";

  @Option(
      names = "--expiry",
      paramLabel = "WHEN",
      description = "When it ends: 90d, 2030-01-02 or 2030-01-02T03:04:05Z (default: never).")
  private @Nullable String expiry;

  @Mixin private WorkspaceOption workspace = new WorkspaceOption();

  /** Makes it for one run of the program. */
  public KeysCreateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (name.isBlank()) {
      throw new UsageException("An API key needs a name.");
    }
    Optional<Instant> end = Optional.ofNullable(expiry).map(Expiry::parse);
    try (ApiClient client = invocation.open()) {
      ApiKeys keys = Abilities.require(client, ApiKeys.class, "manage keys");
      CreatedApiKey created = keys.create(new ApiKeyRequest(name, end, workspace.id(client)));
      print(created, client.profile());
      invocation.say(
          "Created the API key '"
              + created.key().name()
              + "' with id "
              + created.key().id()
              + ". Store it safely: it is not shown again.");
      return ExitCode.SUCCESS;
    }
  }

  private void print(CreatedApiKey created, String profile) {
    try {
      invocation.print(created.secret().reveal());
    } catch (OutputException e) {
      invocation
          .streams()
          .say(
              "The API key '"
                  + created.key().name()
                  + "' was created, and nobody has seen it. Revoke it with: latchkey keys revoke "
                  + created.key().id()
                  + " --profile "
                  + profile);
      throw e;
    }
  }
}
