package dev.latchkey.client.gofigr;

/**
 * A user in a workspace.
 *
 * @param username the user's name
 * @param type what the user may do there, such as {@code owner} or {@code viewer}
 */
public record Member(String username, String type) {

  static Member from(Fields fields) {
    return new Member(fields.text("username"), fields.text("membership_type"));
  }

  /** {@return whether the workspace is this user's own} */
  public boolean isOwner() {
    return type.equals("owner");
  }
}
