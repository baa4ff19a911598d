package dev.latchkey.sandbox.mgnify;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.http.OddRequest;
import dev.latchkey.sandbox.login.Logins;
import dev.latchkey.sandbox.login.TooManyLogins;
import dev.latchkey.sandbox.store.Accounts;
import dev.latchkey.sandbox.token.OddClaim;
import dev.latchkey.sandbox.token.SlidingTokens;
import dev.latchkey.sandbox.token.TokenRejected;
import io.javalin.http.Context;

/** The three calls on a sliding token: obtain, refresh, verify. */
final class SlidingAuth {
  private final Accounts accounts;
  private final Logins logins;
  private final SlidingTokens tokens;
  private final Manners manners;
  private final Renewal renewal;

  SlidingAuth(Accounts accounts, Logins logins, SlidingTokens tokens, MgnifySettings settings) {
    this.logins = logins;
    this.accounts = accounts;
    this.tokens = tokens;
    this.manners = settings.manners();
    this.renewal = settings.refreshesAfterExpiry() ? tokens::refreshAfterExpiry : tokens::refresh;
  }

  void obtain(Context ctx) {
    Credentials sent = manners.login(ctx);
    if (!isAccepted(ctx, sent)) {
      throw manners.notLoggedIn();
    }
    Answers.json(ctx, 200, manners.loggedIn(sent.username(), tokens.issue(sent.username())));
  }

  void refresh(Context ctx) {
    JsonElement token = manners.tokenToRefresh(ctx);
    Answers.json(ctx, 200, manners.refreshed(judged(token, this::renewed)));
  }

  void verify(Context ctx) {
    judged(
        manners.tokenToVerify(ctx),
        text -> {
          tokens.verify(text);
          return text;
        });
    Answers.json(ctx, 200, new JsonObject());
  }

  private boolean isAccepted(Context ctx, Credentials sent) {
    try {
      return logins.accepts(ctx.ip(), sent.username(), sent.password());
    } catch (TooManyLogins e) {
      throw manners.throttled(e.seconds());
    }
  }

  private String renewed(String token) throws TokenRejected {
    String renewed = renewal.renew(token);
    if (manners.goneUserAtRefresh().isPresent() && accounts.find(tokens.user(renewed)).isEmpty()) {
      throw manners.goneUserAtRefresh().get();
    }
    return renewed;
  }

  private String judged(JsonElement token, Renewal judge) {
    try {
      return judge.renew(NinjaBody.isString(token) ? token.getAsString() : token.toString());
    } catch (TokenRejected e) {
      throw manners.rejected(e.reason());
    } catch (OddClaim e) {
      throw new OddRequest(e);
    }
  }

  /** Makes a new token of an old one, or says why not. */
  @FunctionalInterface
  interface Renewal {
    String renew(String token) throws TokenRejected;
  }
}
