package dev.latchkey.client.internal.store;

import java.util.Map;

/** The JSON that the store needs, whoever reads and writes it. */
public interface TokenJson {

  /**
   * Reads one JSON object, strictly (RFC 8259).
   *
   * @param text the text
   * @return its members: strings, numbers, booleans, maps and lists
   * @throws IllegalArgumentException when the text is anything else, names a member twice or nests
   *     too deeply
   */
  Map<String, Object> parse(String text);

  /**
   * Writes one JSON object.
   *
   * @param members strings and numbers
   * @return the text
   */
  String write(Map<String, Object> members);
}
