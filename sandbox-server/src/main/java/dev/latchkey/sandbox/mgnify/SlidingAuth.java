package dev.latchkey.sandbox.mgnify;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.http.OddRequest;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.store.Accounts;
import dev.latchkey.sandbox.token.OddClaim;
import dev.latchkey.sandbox.token.SlidingTokens;
import dev.latchkey.sandbox.token.TokenRejected;
import io.javalin.http.Context;

/** The three calls on a sliding token: obtain, refresh, verify. */
final class SlidingAuth {
  private static final String BROKER_PREFIX = "mg-";

  private final Accounts accounts;
  private final SlidingTokens tokens;
  private final Renewal renewal;

  SlidingAuth(Accounts accounts, SlidingTokens tokens, Renewal renewal) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.renewal = renewal;
  }

  void obtain(Context ctx) {
    NinjaBody body = NinjaBody.read(ctx, "user_token");
    ValidationProblems problems = new ValidationProblems();
    String username = withoutBroker(body.string("username", problems));
    String password = body.string("password", problems);
    if (!problems.isEmpty()) {
      throw problems.refusal();
    }
    if (!accounts.accepts(username, password)) {
      throw Refusal.of(401, "Invalid credentials");
    }
    answer(ctx, tokens.issue(username));
  }

  void refresh(Context ctx) {
    NinjaBody body = NinjaBody.read(ctx, "refresh_token");
    if (!NinjaBody.isString(body.token())) {
      throw new ValidationProblems().notString("body", "refresh_token", "token").refusal();
    }
    answer(ctx, judged(body.token(), renewal));
  }

  void verify(Context ctx) {
    JsonElement token = NinjaBody.read(ctx, "token").token();
    judged(
        token,
        text -> {
          tokens.verify(text);
          return text;
        });
    Answers.json(ctx, 200, new JsonObject());
  }

  private static String judged(JsonElement token, Renewal judge) {
    try {
      return judge.renew(NinjaBody.isString(token) ? token.getAsString() : token.toString());
    } catch (TokenRejected e) {
      throw new Refusal(401, new Rejected(e.reason(), "token_not_valid"));
    } catch (OddClaim e) {
      throw new OddRequest(e);
    }
  }

  private static String withoutBroker(String username) {
    return username.startsWith(BROKER_PREFIX)
        ? username.substring(BROKER_PREFIX.length())
        : username;
  }

  private static void answer(Context ctx, String token) {
    JsonObject body = new JsonObject();
    body.addProperty("token", token);
    body.addProperty("token_type", "sliding");
    Answers.json(ctx, 200, body);
  }

  /** Makes a new token of an old one, or says why not. */
  @FunctionalInterface
  interface Renewal {
    String renew(String token) throws TokenRejected;
  }

  private record Rejected(String detail, String code) {}
}
