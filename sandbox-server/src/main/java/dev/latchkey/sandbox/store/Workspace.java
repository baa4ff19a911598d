package dev.latchkey.sandbox.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A workspace.
 *
 * @param id its {@code api_id}
 * @param name for people
 * @param description for people
 * @param type {@code primary}, of which every user owns exactly one, or {@code team}
 * @param createdBy a username
 * @param createdOn when it was made
 */
public record Workspace(
    UUID id, String name, String description, String type, String createdBy, Instant createdOn) {
  /** The type of a user's own workspace. */
  public static final String PRIMARY = "primary";

  /** The type of any other workspace. */
  public static final String TEAM = "team";

  /** Whether this is some user's own workspace. */
  public boolean isPrimary() {
    return type.equals(PRIMARY);
  }
}
