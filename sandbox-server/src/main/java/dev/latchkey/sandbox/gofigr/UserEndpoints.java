package dev.latchkey.sandbox.gofigr;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.store.Accounts;
import io.javalin.http.Context;
import java.util.List;

/** Who one is, and what one talks to. */
final class UserEndpoints {
  private final Callers callers;
  private final Accounts accounts;

  UserEndpoints(Callers callers, Accounts accounts) {
    this.callers = callers;
    this.accounts = accounts;
  }

  /** An array, of which clients read the first entry. */
  void me(Context ctx) {
    Answers.json(ctx, 200, List.of(Views.user(callers.of(ctx).account())));
  }

  void named(Context ctx) {
    callers.of(ctx);
    Answers.json(
        ctx,
        200,
        accounts.find(ctx.pathParam("username")).map(Views::user).orElseThrow(Ids::notFound));
  }

  /** No device login here, so its settings are null. */
  void info(Context ctx) {
    JsonObject info = new JsonObject();
    info.addProperty("version", "latchkey-sandbox");
    info.add("auth0_domain", JsonNull.INSTANCE);
    info.add("auth0_cli_client_id", JsonNull.INSTANCE);
    info.add("auth0_audience", JsonNull.INSTANCE);
    Answers.json(ctx, 200, info);
  }
}
