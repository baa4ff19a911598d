package dev.latchkey.sandbox.account;

import dev.latchkey.sandbox.store.Accounts;
import dev.latchkey.sandbox.web.OwnPages;
import dev.latchkey.sandbox.web.Page;
import io.javalin.http.Context;
import java.util.Map;

/** Coming and going. */
final class SignIn {
  private static final Page PAGE = Page.named("sign-in");

  private final Accounts accounts;
  private final Sessions sessions;

  SignIn(Accounts accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  void show(Context ctx) {
    PAGE.answer(ctx, 200, Map.of("problem", false, "username", ""));
  }

  void signIn(Context ctx) {
    OwnPages.requireOrigin(ctx);
    Map<String, String> form = OwnPages.form(ctx);
    String username = form.getOrDefault("username", "");
    if (!accounts.accepts(username, form.getOrDefault("password", ""))) {
      PAGE.answer(ctx, 401, Map.of("problem", true, "username", username));
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
