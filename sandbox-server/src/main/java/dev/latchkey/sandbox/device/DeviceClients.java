package dev.latchkey.sandbox.device;

import java.util.Map;
import java.util.Optional;

/** The programs that may ask people to log in, and the API that they may ask for. */
public final class DeviceClients {
  /** The one that GoFigr's {@code info/} names. */
  public static final String CLI = "gofigr-cli";

  /** What its tokens are for. */
  public static final String AUDIENCE = "https://api.gofigr.io";

  private static final Map<String, String> NAMES =
      Map.of(CLI, "GoFigr command line", "gofigr-notebook", "GoFigr notebook extension");

  private DeviceClients() {}

  /** What a person is told who is asking; empty if nobody knows. */
  static Optional<String> name(String clientId) {
    return Optional.ofNullable(NAMES.get(clientId));
  }
}
