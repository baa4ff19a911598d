package dev.latchkey.cli;

import dev.latchkey.client.ApiClient;

/** Asks a profile's provider for what only some can do. */
final class Abilities {

  private Abilities() {}

  static <T> T require(ApiClient client, Class<T> ability, String act) {
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
