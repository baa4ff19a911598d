package dev.latchkey.client.gofigr;

/**
 * Where analyses are kept.
 *
 * @param id its id, a UUID
 * @param name its name, which need not be unique
 * @param description what its owner says of it; may be empty
 * @param type {@code primary} for the one that comes with an account, or another
 */
public record Workspace(String id, String name, String description, String type) {

  static Workspace from(Fields fields) {
    return new Workspace(
        fields.text("api_id"),
        fields.text("name"),
        fields.text("description"),
        fields.text("workspace_type"));
  }

  /** {@return whether it came with somebody's account} */
  public boolean isPrimary() {
    return type.equals("primary");
  }
}
