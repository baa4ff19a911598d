package dev.latchkey.sandbox;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads and makes tokens without a signature to speak of. */
final class Claims {
  private Claims() {}

  static JsonObject of(String token) {
    return JsonParser.parseString(decode(token.split("\\.", -1)[1])).getAsJsonObject();
  }

  static long seconds(String token, String claim) {
    return of(token).get(claim).getAsLong();
  }

  static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
