package dev.latchkey.cli.keys;

import dev.latchkey.client.ApiClient;
import dev.latchkey.client.gofigr.Workspaces;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The choice of a workspace by name or id. */
final class WorkspaceOption {

  private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  @Option(
      names = "--workspace",
      paramLabel = "NAME|ID",
      description = "The workspace to limit it to (default: all of yours).")
  private @Nullable String workspace;

  /** The id of the workspace that was asked for; a name is looked up. */
  Optional<String> id(ApiClient client) {
    return Optional.ofNullable(workspace)
        .map(asked -> asked.matches(ID) ? asked : Workspaces.of(client).find(asked).id());
  }
}
