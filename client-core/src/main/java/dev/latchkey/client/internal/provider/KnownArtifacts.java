package dev.latchkey.client.internal.provider;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The artifacts that hold our own providers: for advice only, since nothing here may need them. */
final class KnownArtifacts {

  private static final Map<String, String> ARTIFACTS =
      new TreeMap<>(
          Map.of(
              "api-key", "dev.latchkey:auth-apikey",
              "sliding-jwt", "dev.latchkey:auth-sliding-jwt"));

  private KnownArtifacts() {}

  static Optional<String> of(String id) {
    return Optional.ofNullable(ARTIFACTS.get(id));
  }

  static String all() {
    return String.join(" or ", ARTIFACTS.values()) + ".";
  }
}
