package dev.latchkey.sandbox.gofigr;

import dev.latchkey.sandbox.http.Refusal;
import java.util.Optional;
import java.util.UUID;

/** {@code api_id}s in paths and bodies. */
final class Ids {
  private Ids() {}

  /** The id in {@code text}; empty if it is none. */
  static Optional<UUID> parse(String text) {
    // UUID.fromString alone accepts "1-1-1-1-1" as well.
    if (text.length() != 36) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The id in a path; 404 if it is none. */
  static UUID inPath(String text) {
    return parse(text).orElseThrow(Ids::notFound);
  }

  static Refusal notFound() {
    return Refusal.of(404, "Not found.");
  }
}
