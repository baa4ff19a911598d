package dev.latchkey.sandbox.store;

import java.util.UUID;

/**
 * A workspace.
 *
 * @param id its {@code api_id}
 * @param text what people gave it
 * @param type {@link #PRIMARY}, of which every user owns exactly one, or {@link #SECONDARY}
 * @param created by whom and when
 * @param updated last by whom and when
 */
public record Workspace(UUID id, Text text, String type, Change created, Change updated) {
  /** The type of a user's own workspace. */
  public static final String PRIMARY = "primary";

  /** The type of any other workspace. */
  public static final String SECONDARY = "secondary";

  /** Whether this is some user's own workspace. */
  public boolean isPrimary() {
    return type.equals(PRIMARY);
  }

  /**
   * What people give a workspace.
   *
   * @param name its name
   * @param description may be empty
   */
  public record Text(String name, String description) {}
}
