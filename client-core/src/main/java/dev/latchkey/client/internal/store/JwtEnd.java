package dev.latchkey.client.internal.store;

import dev.latchkey.auth.StoredToken;
import dev.latchkey.client.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** When a token says that it ends, if it is a JWT (RFC 7519, section 4.1.4). */
final class JwtEnd {

  private JwtEnd() {}

  static Optional<Instant> of(StoredToken stored) {
    String[] parts = stored.token().reveal().split("\\.", 4);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
      return Json.parseObject(new String(claims, StandardCharsets.UTF_8)).get("exp")
              instanceof Number seconds
          ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
