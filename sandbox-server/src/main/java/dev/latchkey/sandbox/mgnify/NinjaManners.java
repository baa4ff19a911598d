package dev.latchkey.sandbox.mgnify;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.http.Endpoint;
import dev.latchkey.sandbox.http.Refusal;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Optional;

/** django-ninja with ninja-jwt as it comes. */
class NinjaManners implements Manners {
  @Override
  public Endpoint endpoint(String path, HandlerType method, Handler handler) {
    return Endpoint.at(path).on(method, handler);
  }

  @Override
  public Handler notAllowed(String allowed) {
    return ctx ->
        ctx.status(405)
            .header("Allow", allowed)
            .contentType("text/html; charset=utf-8")
            .result("Method not allowed");
  }

  @Override
  public Handler withoutSlash() {
    return ctx -> {
      String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
      ctx.status(301)
          .contentType("text/html; charset=utf-8")
          .header("Location", ctx.path() + "/" + query);
    };
  }

  @Override
  public Credentials login(Context ctx) {
    NinjaBody body = NinjaBody.read(ctx, "user");
    return new Credentials(body.given("username"), body.given("password"));
  }

  @Override
  public JsonObject loggedIn(String username, String token) {
    JsonObject body = new JsonObject();
    body.addProperty("username", username);
    body.addProperty("token", token);
    return body;
  }

  @Override
  public Refusal notLoggedIn() {
    return Coded.unauthorized(
        "No active account found with the given credentials", "authentication_failed");
  }

  @Override
  public Refusal throttled(long seconds) {
    return Refusal.of(429, "Too many requests.").withHeader("Retry-After", Long.toString(seconds));
  }

  @Override
  public JsonElement tokenToVerify(Context ctx) {
    return NinjaBody.read(ctx, "token").token();
  }

  @Override
  public JsonElement tokenToRefresh(Context ctx) {
    NinjaBody body = NinjaBody.read(ctx, "refresh_token");
    if (!NinjaBody.isString(body.token())) {
      throw new ValidationProblems().notString("body", "refresh_token", "token").refusal();
    }
    return body.token();
  }

  @Override
  public JsonObject refreshed(String token) {
    JsonObject body = new JsonObject();
    body.addProperty("token", token);
    return body;
  }

  @Override
  public Refusal rejected(String reason) {
    return Coded.unauthorized(reason, "token_not_valid");
  }

  @Override
  public Optional<String> bearer(Context ctx) {
    String header = ctx.header("Authorization");
    // Python's split(" "): everything after the first space is the token, further spaces included.
    String[] parts = header == null ? new String[] {""} : header.split(" ", 2);
    return parts[0].equalsIgnoreCase("bearer")
        ? Optional.of(parts.length == 2 ? parts[1] : "")
        : Optional.empty();
  }

  @Override
  public Refusal anonymous() {
    return Refusal.of(401, "Unauthorized").withHeader("Vary", "Cookie");
  }

  @Override
  public Refusal rejectedUse(String reason) {
    return new Refusal(401, RejectedUse.because(reason));
  }

  @Override
  public Optional<Refusal> nobody() {
    return Optional.of(
        Coded.unauthorized(
            "Token contained no recognizable user identification", "token_not_valid"));
  }

  @Override
  public Optional<Refusal> goneUser() {
    return Optional.of(Coded.unauthorized("User not found", "user_not_found"));
  }

  @Override
  public Optional<Refusal> goneUserAtRefresh() {
    return Optional.empty();
  }

  @Override
  public Refusal otherThan(Choice choice, String value) {
    return new ValidationProblems().otherThan(choice, "query", choice.name()).refusal();
  }

  @Override
  public Page page(Context ctx) {
    return Page.of(ctx);
  }
}
