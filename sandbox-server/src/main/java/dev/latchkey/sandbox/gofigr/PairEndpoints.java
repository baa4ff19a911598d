package dev.latchkey.sandbox.gofigr;

import com.google.gson.JsonObject;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.http.DrfBody;
import dev.latchkey.sandbox.http.OddRequest;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.login.Logins;
import dev.latchkey.sandbox.login.TooManyLogins;
import dev.latchkey.sandbox.token.OddClaim;
import dev.latchkey.sandbox.token.TokenPairs;
import dev.latchkey.sandbox.token.TokenRejected;
import io.javalin.http.Context;

/** A password for a pair of tokens, a refresh token for an access token. */
final class PairEndpoints {
  private final Logins logins;
  private final TokenPairs tokens;

  PairEndpoints(Logins logins, TokenPairs tokens) {
    this.logins = logins;
    this.tokens = tokens;
  }

  void obtain(Context ctx) {
    Fields fields = Fields.read(ctx);
    boolean anything = fields.has("username") || fields.has("password");
    String username = anything ? fields.required("username") : "";
    String password = fields.text("password").orElse("");
    if (anything && password.isEmpty()) {
      throw Fields.problem("password", "This field is required.");
    }
    // GoFigr's client without any credentials sends an empty form, and expects a 401.
    if (!anything || !isAccepted(ctx, username, password)) {
      throw unauthorized("No active account found with the given credentials");
    }
    JsonObject pair = new JsonObject();
    pair.addProperty("access", tokens.access(username));
    pair.addProperty("refresh", tokens.refresh(username));
    Answers.json(ctx, 200, pair);
  }

  void refresh(Context ctx) {
    String token = Fields.read(ctx).required("refresh");
    try {
      JsonObject renewed = new JsonObject();
      renewed.addProperty("access", tokens.renew(token));
      Answers.json(ctx, 200, renewed);
    } catch (TokenRejected e) {
      throw new Refusal(401, new Rejected(e.reason(), "token_not_valid"));
    } catch (OddClaim e) {
      throw new OddRequest(e);
    }
  }

  private boolean isAccepted(Context ctx, String username, String password) {
    try {
      return logins.accepts(ctx.ip(), username, password);
    } catch (TooManyLogins e) {
      throw DrfBody.throttled(e.seconds());
    }
  }

  private static Refusal unauthorized(String detail) {
    return Refusal.of(401, detail).withHeader("WWW-Authenticate", "Bearer realm=\"api\"");
  }

  private record Rejected(String detail, String code) {}
}
