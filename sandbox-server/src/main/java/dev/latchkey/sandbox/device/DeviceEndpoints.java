package dev.latchkey.sandbox.device;

import com.google.gson.JsonObject;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.store.DeviceGrants;
import dev.latchkey.sandbox.store.DevicePoll;
import dev.latchkey.sandbox.store.StartedDeviceGrant;
import dev.latchkey.sandbox.token.TokenPairs;
import io.javalin.http.Context;

/** What the device calls: once for its codes, then again and again for its token. */
final class DeviceEndpoints {
  private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:device_code";

  private final DeviceGrants grants;
  private final TokenPairs tokens;

  DeviceEndpoints(DeviceGrants grants, TokenPairs tokens) {
    this.grants = grants;
    this.tokens = tokens;
  }

  void code(Context ctx) {
    OauthRequest request = OauthRequest.read(ctx);
    String client = client(request);
    if (!request.text("audience").orElse(DeviceClients.AUDIENCE).equals(DeviceClients.AUDIENCE)) {
      throw OauthRefusal.of("invalid_target", "There is no such audience.");
    }
    StartedDeviceGrant started = grants.start(client);
    String page = ctx.scheme() + "://" + ctx.host() + DeviceRoutes.PAGE;
    JsonObject body = new JsonObject();
    body.addProperty("device_code", started.deviceCode());
    body.addProperty("user_code", started.userCode());
    body.addProperty("verification_uri", page);
    body.addProperty("verification_uri_complete", page + "?user_code=" + started.userCode());
    body.addProperty("expires_in", grants.times().lifetime().toSeconds());
    body.addProperty("interval", grants.times().interval().toSeconds());
    answer(ctx, body);
  }

  void token(Context ctx) {
    OauthRequest request = OauthRequest.read(ctx);
    String client = client(request);
    if (!request.required("grant_type").equals(GRANT_TYPE)) {
      throw OauthRefusal.of("unsupported_grant_type", "Only device codes are exchanged here.");
    }
    DevicePoll poll = grants.poll(request.required("device_code"), client);
    switch (poll.result()) {
      case GRANTED -> answer(ctx, token(poll.username().orElseThrow()));
      case PENDING ->
          throw OauthRefusal.of("authorization_pending", "Nobody has entered the code yet.");
      case TOO_SOON ->
          throw OauthRefusal.of("slow_down", "Wait 5 seconds longer between two requests.");
      case DENIED -> throw OauthRefusal.of("access_denied", "The login was denied.");
      case EXPIRED -> throw OauthRefusal.of("expired_token", "The code has expired. Start again.");
      default -> throw OauthRefusal.of("invalid_grant", "The device code is not valid.");
    }
  }

  private JsonObject token(String username) {
    JsonObject body = new JsonObject();
    body.addProperty("access_token", tokens.access(username));
    body.addProperty("token_type", "Bearer");
    body.addProperty("expires_in", tokens.lifetime().toSeconds());
    return body;
  }

  private static String client(OauthRequest request) {
    String client = request.required("client_id");
    if (DeviceClients.name(client).isEmpty()) {
      throw OauthRefusal.of(401, "invalid_client", "There is no such client.");
    }
    return client;
  }

  private static void answer(Context ctx, JsonObject body) {
    ctx.header("Cache-Control", "no-store").header("Pragma", "no-cache");
    Answers.json(ctx, 200, body);
  }
}
