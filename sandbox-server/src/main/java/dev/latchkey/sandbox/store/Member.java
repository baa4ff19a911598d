package dev.latchkey.sandbox.store;

import java.util.Set;

/**
 * Somebody's place in a workspace.
 *
 * @param username who
 * @param membershipType one of {@link #TYPES}
 */
public record Member(String username, String membershipType) {
  /** The type that may do everything. */
  public static final String OWNER = "owner";

  /** All types. */
  public static final Set<String> TYPES = Set.of(OWNER, "admin", "creator", "viewer");

  /** Whether this member may change who the members are. */
  public boolean isSteward() {
    return membershipType.equals(OWNER) || membershipType.equals("admin");
  }

  /** Whether this member may change what is in the workspace. */
  public boolean isWriter() {
    return !membershipType.equals("viewer");
  }
}
