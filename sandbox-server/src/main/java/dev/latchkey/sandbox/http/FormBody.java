package dev.latchkey.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A body of type {@code application/x-www-form-urlencoded}. */
public final class FormBody {
  /** Its content type. */
  public static final String TYPE = "application/x-www-form-urlencoded";

  private FormBody() {}

  /**
   * The fields by name; of a field sent twice the last counts.
   *
   * @throws IllegalArgumentException if a percent sign stands alone
   */
  public static Map<String, String> parse(byte[] body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      String[] sides = pair.split("=", 2);
      fields.put(decoded(sides[0]), sides.length == 2 ? decoded(sides[1]) : "");
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
