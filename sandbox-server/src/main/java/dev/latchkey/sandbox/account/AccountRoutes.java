package dev.latchkey.sandbox.account;

import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.login.Logins;
import dev.latchkey.sandbox.store.ApiKeys;
import dev.latchkey.sandbox.store.WebSessions;
import dev.latchkey.sandbox.web.OwnPages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;

/** Every path of a person's account. */
public final class AccountRoutes {
  static final String SIGN_IN = "/account/sign-in";
  static final String KEYS = "/account/api-keys";

  private final Sessions sessions;
  private final SignIn signIn;
  private final KeyPages keys;

  /** Pages for the keys of those who may log in. */
  public AccountRoutes(Logins logins, ApiKeys keys, WebSessions sessions) {
    this.sessions = new Sessions(sessions);
    this.signIn = new SignIn(logins, this.sessions);
    this.keys = new KeyPages(keys);
  }

  /** Registers them. */
  public void addTo(RoutesConfig routes) {
    routes.get("/account", ctx -> OwnPages.seeOther(ctx, KEYS));
    routes.get(SIGN_IN, signIn::show);
    routes.post(SIGN_IN, signIn::signIn);
    routes.post("/account/sign-out", sent((ctx, session) -> signIn.signOut(ctx)));
    routes.get(KEYS, shown(keys::list));
    routes.post(KEYS, sent(keys::create));
    routes.get(KEYS + "/{id}/revoke", shown(keys::confirm));
    routes.post(KEYS + "/{id}/revoke", sent(keys::revoke));
  }

  private Handler shown(SignedIn page) {
    return ctx -> {
      Optional<Session> session = sessions.of(ctx);
      if (session.isPresent()) {
        page.handle(ctx, session.get());
      } else {
        OwnPages.seeOther(ctx, SIGN_IN);
      }
    };
  }

  /**
   * What changes something is taken from this site's own pages and with the session's own token.
   */
  private Handler sent(SignedIn page) {
    return ctx -> {
      OwnPages.requireOrigin(ctx);
      Optional<Session> session = sessions.of(ctx);
      if (session.isEmpty()) {
        OwnPages.seeOther(ctx, SIGN_IN);
        return;
      }
      String token = OwnPages.form(ctx).getOrDefault("csrf", "");
      if (!session.get().isOwnForm(token)) {
        throw Refusal.of(403, "This form is not from your session. Load the page again.");
      }
      page.handle(ctx, session.get());
    };
  }

  /** A page for somebody signed in. */
  @FunctionalInterface
  private interface SignedIn {
    void handle(Context ctx, Session session);
  }
}
