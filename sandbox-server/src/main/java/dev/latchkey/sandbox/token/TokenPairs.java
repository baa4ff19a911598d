package dev.latchkey.sandbox.token;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.UUID;

/** Plain pairs: an access token for use, a refresh token for nothing but new access tokens. */
public final class TokenPairs {
  private static final String ACCESS = "access";
  private static final String REFRESH = "refresh";

  private final SigningKey key;
  private final TokenTimes times;
  private final ClaimCheck check;

  /** Tokens signed by {@code key}, except the revoked ones. */
  public TokenPairs(SigningKey key, TokenTimes times, Revocations revoked) {
    this.key = key;
    this.times = times;
    this.check = new ClaimCheck(times.clock(), revoked);
  }

  /** How long an access token lasts. */
  public Duration lifetime() {
    return times.lifetime();
  }

  /** A new access token. */
  public String access(String username) {
    return issue(ACCESS, username, times.lifetime());
  }

  /** A new refresh token. */
  public String refresh(String username) {
    return issue(REFRESH, username, times.refreshWindow());
  }

  /** A new access token for the holder of {@code refreshToken}. */
  public String renew(String refreshToken) throws TokenRejected {
    return access(open(refreshToken, REFRESH));
  }

  /** The user of an access token. */
  public String user(String accessToken) throws TokenRejected {
    return open(accessToken, ACCESS);
  }

  /** Ends one token of a pair; access tokens that a refresh token gave before live on. */
  public void revoke(String token) throws TokenRejected {
    check.revoke(open(token), times.lifetime());
  }

  private String issue(String type, String username, Duration lifetime) {
    long now = times.clock().instant().getEpochSecond();
    JsonObject claims = new JsonObject();
    claims.addProperty("token_type", type);
    claims.addProperty("exp", now + lifetime.toSeconds());
    claims.addProperty("iat", now);
    claims.addProperty("jti", UUID.randomUUID().toString().replace("-", ""));
    claims.addProperty("user_id", username);
    return key.sign(claims);
  }

  private String open(String token, String type) throws TokenRejected {
    JsonObject claims = open(token);
    check.notRevoked(claims);
    check.hasType(claims, type);
    JsonElement user = claims.get("user_id");
    if (user == null || !user.isJsonPrimitive()) {
      throw new OddClaim("user_id");
    }
    return user.getAsString();
  }

  private JsonObject open(String token) throws TokenRejected {
    JsonObject claims = key.open(token);
    check.started(claims);
    check.notExpired(claims);
    check.complete(claims);
    return claims;
  }
}
