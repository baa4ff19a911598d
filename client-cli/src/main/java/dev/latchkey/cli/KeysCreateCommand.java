package dev.latchkey.cli;

import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.CreatedApiKey;
import dev.latchkey.client.ApiClient;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a key and prints it, alone. */
@Command(
    name = "create",
    description = "Create an API key and print it, alone. It is not shown again.",
    footer = {
      "",
      "Example:",
      "  (umask 077; latchkey keys create laptop --profile gofigr > key.txt)"
    })
final class KeysCreateCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "NAME", description = "A name for your own reference.")
  private String name = "";

  @Option(
      names = "--expiry",
      paramLabel = "WHEN",
      description = "When it ends: 90d, 2030-01-02 or 2030-01-02T03:04:05Z (default: never).")
  private @Nullable String expiry;

  @Option(
      names = "--workspace",
      paramLabel = "ID",
      description = "The workspace to limit it to (default: all of yours).")
  private @Nullable String workspace;

  KeysCreateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (name.isBlank()) {
      throw new UsageException("An API key needs a name.");
    }
    ApiKeyRequest request =
        new ApiKeyRequest(
            name, Optional.ofNullable(expiry).map(Expiry::parse), Optional.ofNullable(workspace));
    try (ApiClient client = invocation.open()) {
      CreatedApiKey created =
          Abilities.require(client, ApiKeys.class, "manage keys").create(request);
      invocation.print(created.secret().reveal());
      invocation.say(
          "Created the API key '"
              + created.key().name()
              + "' with id "
              + created.key().id()
              + ". Store it safely: it is not shown again.");
      return ExitCode.SUCCESS;
    }
  }
}
