package dev.latchkey.sandbox.gofigr;

import com.google.gson.JsonObject;
import dev.latchkey.sandbox.device.DeviceClients;
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

  /** The identity provider for device logins is the sandbox itself. */
  void info(Context ctx) {
    JsonObject info = new JsonObject();
    info.addProperty("version", "latchkey-sandbox");
    info.addProperty("auth0_domain", ctx.host());
    info.addProperty("auth0_cli_client_id", DeviceClients.CLI);
    info.addProperty("auth0_audience", DeviceClients.AUDIENCE);
    Answers.json(ctx, 200, info);
  }
}
