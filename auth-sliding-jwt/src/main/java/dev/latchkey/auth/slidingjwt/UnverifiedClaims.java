package dev.latchkey.auth.slidingjwt;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a JWT (RFC 7519) says of itself. Nobody has verified the signature: good for planning, never
 * for trust.
 */
final class UnverifiedClaims {

  /** The last second of the year 9999: later times are no plan but a mistake. */
  private static final long LATEST = 253_402_300_799L;

  private final JsonObject claims;

  private UnverifiedClaims(JsonObject claims) {
    this.claims = claims;
  }

  /** Reads a token's claims; empty when it is not a JWT, and so must be taken as opaque. */
  static Optional<UnverifiedClaims> read(String token) {
    String[] parts = token.split("\\.", 4);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      String json = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      // A Gson would load a hundred classes for this.
      JsonElement claims = JsonParser.parseString(json);
      return claims.isJsonObject()
          ? Optional.of(new UnverifiedClaims(claims.getAsJsonObject()))
          : Optional.empty();
    } catch (IllegalArgumentException | JsonParseException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /** Reads a time in seconds (RFC 7519, section 2: NumericDate); empty when it is no usable one. */
  Optional<Instant> time(String claim) {
    JsonElement value = claims.get(claim);
    if (!isNumber(value)) {
      return Optional.empty();
    }
    double seconds = value.getAsDouble();
    return seconds >= 1 && seconds <= LATEST
        ? Optional.of(Instant.ofEpochSecond((long) seconds))
        : Optional.empty();
  }

  /** Reads a name, which some servers write as a number. */
  Optional<String> name(String claim) {
    JsonElement value = claims.get(claim);
    return value != null && value.isJsonPrimitive()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  /** Tells whether a time is one that a token can be planned with, without overflow. */
  static boolean isUsable(Instant time) {
    return time.getEpochSecond() > 0 && time.getEpochSecond() <= LATEST;
  }

  private static boolean isNumber(@Nullable JsonElement value) {
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
  }
}
