package dev.latchkey.cli.invocation;

import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.client.ApiClient;

/** Asks a profile's provider for what only some can do. */
public final class Abilities {

  private Abilities() {}

  /**
   * Asks for an ability.
   *
   * @param act what it is wanted for, such as {@code log in}
   * @throws dev.latchkey.cli.failure.UsageException when the provider has none
   */
  public static <T> T require(ApiClient client, Class<T> ability, String act) {
    return client
        .ability(ability)
        .orElseThrow(
            () ->
                new UsageException(
                    "Profile '"
                        + client.profile()
                        + "' authenticates with the provider '"
                        + client.provider()
                        + "', which has no way to "
                        + act
                        + "."));
  }
}
