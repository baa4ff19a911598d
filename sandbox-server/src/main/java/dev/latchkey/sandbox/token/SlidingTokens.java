package dev.latchkey.sandbox.token;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.UUID;

/** Sliding tokens: one token for use and for its own renewal until {@code refresh_exp}. */
public final class SlidingTokens {
  private static final String TYPE = "sliding";

  private final SigningKey key;
  private final String userClaim;
  private final TokenTimes times;
  private final ClaimCheck check;

  /** Tokens signed by {@code key}, except the revoked ones, naming users by a claim. */
  public SlidingTokens(SigningKey key, TokenTimes times, Revocations revoked, String userClaim) {
    this.key = key;
    this.userClaim = userClaim;
    this.times = times;
    this.check = new ClaimCheck(times.clock(), revoked);
  }

  /** A new token for {@code username}. */
  public String issue(String username) {
    long now = now();
    JsonObject claims = new JsonObject();
    claims.addProperty("token_type", TYPE);
    claims.addProperty("exp", now + times.lifetime().toSeconds());
    claims.addProperty("iat", now);
    claims.addProperty("jti", jti());
    claims.addProperty("refresh_exp", now + times.refreshWindow().toSeconds());
    claims.addProperty(userClaim, username);
    return key.sign(claims);
  }

  /** Accepts any unexpired token with an id: its type and {@code refresh_exp} are not looked at. */
  public void verify(String token) throws TokenRejected {
    open(token);
  }

  /** The user of a token that may be used. */
  public String user(String token) throws TokenRejected {
    JsonObject claims = open(token);
    check.notRevoked(claims);
    check.hasType(claims, TYPE);
    JsonElement username = claims.get(userClaim);
    if (username == null || !username.isJsonPrimitive()) {
      throw new MissingUser(userClaim);
    }
    return username.getAsString();
  }

  /** The same token with {@code exp} and {@code iat} moved, if it is unexpired. */
  public String refresh(String token) throws TokenRejected {
    return renewed(open(token));
  }

  /** As {@link #refresh}, but a passed {@code exp} does not count: what simplejwt documents. */
  public String refreshAfterExpiry(String token) throws TokenRejected {
    return renewed(openExpired(token));
  }

  /**
   * Lets neither the token nor any copy of it be used or refreshed again; verify still takes it.
   */
  public void revoke(String token) throws TokenRejected {
    JsonObject claims = openExpired(token);
    check.hasType(claims, TYPE);
    check.revoke(claims, times.lifetime());
  }

  private String renewed(JsonObject claims) throws TokenRejected {
    check.notRevoked(claims);
    check.hasType(claims, TYPE);
    check.refreshable(claims);
    long now = now();
    claims.addProperty("exp", now + times.lifetime().toSeconds());
    claims.addProperty("iat", now);
    return key.sign(claims);
  }

  private JsonObject open(String token) throws TokenRejected {
    JsonObject claims = key.open(token);
    check.started(claims);
    check.notExpired(claims);
    check.complete(claims);
    return claims;
  }

  private JsonObject openExpired(String token) throws TokenRejected {
    JsonObject claims = key.open(token);
    check.started(claims);
    check.complete(claims);
    return claims;
  }

  private long now() {
    return times.clock().instant().getEpochSecond();
  }

  private static String jti() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
