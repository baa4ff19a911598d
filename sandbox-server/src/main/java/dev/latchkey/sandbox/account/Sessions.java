package dev.latchkey.sandbox.account;

import dev.latchkey.sandbox.store.SessionId;
import dev.latchkey.sandbox.store.WebSessions;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * Who is signed in, by a cookie that scripts cannot read and other sites cannot send. Thread-safe.
 */
final class Sessions {
  private static final String COOKIE = "latchkey_session";

  private final WebSessions store;

  Sessions(WebSessions store) {
    this.store = store;
  }

  /** Signs somebody in, under a new id. */
  void begin(Context ctx, String username) {
    end(ctx);
    cookie(ctx, store.begin(username).reveal(), "");
  }

  Optional<Session> of(Context ctx) {
    return cookie(ctx).flatMap(id -> store.user(id).map(name -> new Session(store, id, name)));
  }

  void end(Context ctx) {
    cookie(ctx).ifPresent(store::end);
    cookie(ctx, "", "; Max-Age=0");
  }

  private static Optional<SessionId> cookie(Context ctx) {
    return Optional.ofNullable(ctx.cookie(COOKIE)).map(SessionId::of);
  }

  private static void cookie(Context ctx, String value, String more) {
    String secure = ctx.scheme().equals("https") ? "; Secure" : "";
    ctx.res()
        .setHeader(
            "Set-Cookie",
            COOKIE + "=" + value + "; Path=/account; HttpOnly; SameSite=Strict" + secure + more);
  }
}
