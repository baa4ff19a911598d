package dev.latchkey.client.gofigr;

/**
 * What figures are collected in.
 *
 * @param id its id, a UUID
 * @param name its name, which need not be unique
 * @param workspace the id of the workspace it is in
 */
public record Analysis(String id, String name, String workspace) {

  static Analysis from(Fields fields, String workspace) {
    String own = fields.text("workspace");
    return new Analysis(
        fields.text("api_id"), fields.text("name"), own.isEmpty() ? workspace : own);
  }
}
