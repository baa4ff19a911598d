package dev.latchkey.cli.configure;

import dev.latchkey.client.ApiClient;
import java.util.Map;

/** Opens clients of the profile that is configured. */
@FunctionalInterface
public interface Clients {

  /**
   * Opens a client.
   *
   * @param settings of its provider, before all that is configured
   * @return the client; the caller closes it
   */
  ApiClient open(Map<String, String> settings);
}
