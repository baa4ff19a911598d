package dev.latchkey.sandbox.account;

import dev.latchkey.sandbox.login.Logins;
import dev.latchkey.sandbox.login.TooManyLogins;
import dev.latchkey.sandbox.web.OwnPages;
import dev.latchkey.sandbox.web.Page;
import io.javalin.http.Context;
import java.util.Map;

/** Coming and going. */
final class SignIn {
  private static final Page PAGE = Page.named("sign-in");

  private final Logins logins;
  private final Sessions sessions;

  SignIn(Logins logins, Sessions sessions) {
    this.logins = logins;
    this.sessions = sessions;
  }

  void show(Context ctx) {
    PAGE.answer(ctx, 200, Map.of("problem", "", "username", ""));
  }

  void signIn(Context ctx) {
    OwnPages.requireOrigin(ctx);
    Map<String, String> form = OwnPages.form(ctx);
    String username = form.getOrDefault("username", "");
    try {
      if (!logins.accepts(ctx.ip(), username, form.getOrDefault("password", ""))) {
        PAGE.answer(ctx, 401, Map.of("problem", OwnPages.WRONG, "username", username));
        return;
      }
    } catch (TooManyLogins e) {
      String problem = OwnPages.tooMany(ctx, e.seconds());
      PAGE.answer(ctx, 429, Map.of("problem", problem, "username", username));
      return;
    }
    sessions.begin(ctx, username);
    OwnPages.seeOther(ctx, AccountRoutes.KEYS);
  }

  void signOut(Context ctx) {
    sessions.end(ctx);
    OwnPages.seeOther(ctx, AccountRoutes.SIGN_IN);
  }
}
