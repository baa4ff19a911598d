package dev.latchkey.sandbox.token;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** simplejwt's checks on the claims of a well-signed token, in its order and with its words. */
final class ClaimCheck {
  /** The last second of the year 9999: Python's datetime fails beyond it. */
  private static final double LAST_SECOND = 253_402_300_799.0;

  private final InstantSource clock;
  private final Revocations revoked;

  ClaimCheck(InstantSource clock, Revocations revoked) {
    this.clock = clock;
    this.revoked = revoked;
  }

  /** Refuses what PyJWT refuses while decoding, but for {@code exp}. */
  void started(JsonObject claims) throws TokenRejected {
    long now = clock.instant().getEpochSecond();
    if (claims.has("iat") && wholeSeconds(claims.get("iat")) > now) {
      throw TokenRejected.invalidOrExpired();
    }
    if (claims.has("nbf") && wholeSeconds(claims.get("nbf")) > now) {
      throw TokenRejected.invalidOrExpired();
    }
  }

  /** Refuses a passed {@code exp}; {@code exp == now} has passed. */
  void notExpired(JsonObject claims) throws TokenRejected {
    long now = clock.instant().getEpochSecond();
    if (claims.has("exp") && wholeSeconds(claims.get("exp")) <= now) {
      throw TokenRejected.invalidOrExpired();
    }
  }

  /** Refuses a token without {@code exp} or {@code jti}. */
  void complete(JsonObject claims) throws TokenRejected {
    moment(claims, "exp");
    JsonElement jti = claims.get("jti");
    if (jti == null || jti.isJsonNull()) {
      throw new TokenRejected("Token has no id");
    }
  }

  /** Refuses any other type than {@code expected}. */
  void hasType(JsonObject claims, String expected) throws TokenRejected {
    JsonElement type = claims.get("token_type");
    if (type == null) {
      throw new TokenRejected("Token has no type");
    }
    if (!type.equals(new JsonPrimitive(expected))) {
      throw new TokenRejected("Token has wrong type");
    }
  }

  /** Refuses a token whose {@code refresh_exp} is missing or has passed. */
  void refreshable(JsonObject claims) throws TokenRejected {
    Instant now = clock.instant();
    if (moment(claims, "refresh_exp") <= now.getEpochSecond() + now.getNano() / 1e9) {
      throw new TokenRejected("Token 'refresh_exp' claim has expired");
    }
  }

  /** Refuses a token that was revoked, or whose original was. */
  void notRevoked(JsonObject claims) throws TokenRejected {
    if (revoked.contains(jti(claims))) {
      throw new TokenRejected("Token is blacklisted");
    }
  }

  /**
   * Revokes a token with all its copies: one that was refreshed at the last moment is as old as
   * {@code lifetime} then, or as the token is to become if lifetimes have changed since.
   */
  void revoke(JsonObject claims, Duration lifetime) throws TokenRejected {
    double end = moment(claims, "exp");
    if (claims.has("refresh_exp")) {
      double own = end - (claims.has("iat") ? wholeSeconds(claims.get("iat")) : end);
      double last = moment(claims, "refresh_exp") + Math.max(own, (double) lifetime.toSeconds());
      end = Math.max(end, last);
    }
    revoked.add(jti(claims), Instant.ofEpochSecond((long) Math.ceil(end)));
  }

  private static String jti(JsonObject claims) {
    JsonElement jti = claims.get("jti");
    return jti.isJsonPrimitive() ? jti.getAsString() : jti.toString();
  }

  private static double moment(JsonObject claims, String name) throws TokenRejected {
    JsonElement value = claims.get(name);
    if (value == null) {
      throw new TokenRejected("Token has no '" + name + "' claim");
    }
    JsonPrimitive number = number(value);
    if (number == null || Math.abs(number.getAsDouble()) > LAST_SECOND) {
      throw new OddClaim(name);
    }
    return number.getAsDouble();
  }

  /** As Python's {@code int(…)}, which also reads a string of digits. */
  private static double wholeSeconds(JsonElement value) throws TokenRejected {
    JsonPrimitive number = number(value);
    if (number != null) {
      return Math.floor(number.getAsDouble());
    }
    boolean digits = value.isJsonPrimitive() && value.getAsString().matches("\\d{1,18}");
    if (!digits) {
      throw TokenRejected.invalidOrExpired();
    }
    return Long.parseLong(value.getAsString());
  }

  private static @Nullable JsonPrimitive number(JsonElement value) {
    boolean isNumber = value instanceof JsonPrimitive primitive && primitive.isNumber();
    return isNumber ? value.getAsJsonPrimitive() : null;
  }
}
