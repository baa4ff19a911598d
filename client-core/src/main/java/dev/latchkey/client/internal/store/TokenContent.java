package dev.latchkey.client.internal.store;

import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.client.internal.json.Json;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A token with its owner and service, as bytes. */
final class TokenContent {

  private static final int SCHEMA = 1;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TokenContent() {}

  static byte[] encode(StoredToken stored) {
    TokenKey key = stored.key();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("schema", SCHEMA);
    members.put("origin", Origin.of(key.baseUrl()).toString());
    members.put("base_url", key.baseUrl().toString());
    members.put("user", key.user());
    members.put("token", stored.token().reveal());
    stored.obtainedAt().ifPresent(time -> members.put("obtained_at", time.toEpochMilli()));
    return Json.write(members).getBytes(StandardCharsets.UTF_8);
  }

  static Reading decode(byte[] content) {
    try {
      Map<String, Object> members = Json.parseObject(text(content));
      double schema = number(members, "schema");
      return schema > SCHEMA ? Reading.NEWER : Reading.found(token(members, schema));
    } catch (IllegalArgumentException | CharacterCodingException | InvalidSecretException e) {
      return Reading.DAMAGED;
    }
  }

  private static String text(byte[] content) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    return required(!text.startsWith(BYTE_ORDER_MARK), text);
  }

  private static StoredToken token(Map<String, Object> members, double schema) {
    URI baseUrl = required(schema == SCHEMA, URI.create(string(members, "base_url")));
    TokenKey key = new TokenKey(baseUrl, string(members, "user"));
    boolean isWhole = string(members, "origin").equals(Origin.of(baseUrl).toString());
    StoredToken stored =
        new StoredToken(key, Secret.token(string(members, "token"), "the token store"));
    return required(
        isWhole,
        members.get("obtained_at") instanceof Number time
            ? stored.withObtainedAt(Instant.ofEpochMilli(time.longValue()))
            : stored);
  }

  private static double number(Map<String, Object> members, String name) {
    return members.get(name) instanceof Number number
        ? required(Double.isFinite(number.doubleValue()), number.doubleValue())
        : required(false, 0.0);
  }

  private static String string(Map<String, Object> members, String name) {
    return members.get(name) instanceof String string ? string : required(false, "");
  }

  private static <T> T required(boolean condition, T value) {
    if (!condition) {
      throw new IllegalArgumentException("This is not the content of a token file.");
    }
    return value;
  }
}
