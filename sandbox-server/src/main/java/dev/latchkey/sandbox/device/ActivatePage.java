package dev.latchkey.sandbox.device;

import dev.latchkey.sandbox.login.Logins;
import dev.latchkey.sandbox.login.TooManyLogins;
import dev.latchkey.sandbox.store.DeviceGrants;
import dev.latchkey.sandbox.web.OwnPages;
import dev.latchkey.sandbox.web.Page;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/**
 * Where a person enters the code, sees who is asking, signs in, and says yes or no. It keeps no
 * session: an answer carries the password with it, so that no other site can give one.
 */
final class ActivatePage {
  private static final Page ENTER = Page.named("activate-code");
  private static final Page ANSWER = Page.named("activate-answer");
  private static final Page DONE = Page.named("activate-done");

  private final Logins logins;
  private final DeviceGrants grants;

  ActivatePage(Logins logins, DeviceGrants grants) {
    this.logins = logins;
    this.grants = grants;
  }

  void show(Context ctx) {
    String code = Optional.ofNullable(ctx.queryParam("user_code")).orElse("");
    if (code.isBlank()) {
      ENTER.answer(ctx, 200, Map.of("code", ""));
    } else {
      ask(ctx, 200, Map.of("code", code));
    }
  }

  void answer(Context ctx) {
    OwnPages.requireOrigin(ctx);
    Map<String, String> form = OwnPages.form(ctx);
    String code = form.getOrDefault("user_code", "");
    String username = form.getOrDefault("username", "");
    try {
      if (!logins.accepts(ctx.ip(), username, form.getOrDefault("password", ""))) {
        ask(ctx, 401, Map.of("code", code, "username", username, "problem", OwnPages.WRONG));
        return;
      }
    } catch (TooManyLogins e) {
      String problem = OwnPages.tooMany(ctx, e.seconds());
      ask(ctx, 429, Map.of("code", code, "username", username, "problem", problem));
      return;
    }
    settle(ctx, code, form);
  }

  private void settle(Context ctx, String code, Map<String, String> form) {
    String username = form.getOrDefault("username", "");
    boolean approved = "approve".equals(form.get("decision"));
    boolean settled = approved ? grants.approve(code, username) : grants.deny(code);
    if (settled) {
      DONE.answer(ctx, 200, Map.of("approved", approved));
    } else {
      unknown(ctx, code);
    }
  }

  private void ask(Context ctx, int status, Map<String, Object> known) {
    String code = String.valueOf(known.get("code"));
    Optional<String> client = grants.clientOf(code).flatMap(DeviceClients::name);
    if (client.isEmpty()) {
      unknown(ctx, code);
      return;
    }
    ANSWER.answer(
        ctx,
        status,
        Map.of(
            "code", code,
            "client", client.get(),
            "username", known.getOrDefault("username", ""),
            "problem", known.getOrDefault("problem", "")));
  }

  private static void unknown(Context ctx, String code) {
    ENTER.answer(ctx, 404, Map.of("code", code, "problem", true));
  }
}
