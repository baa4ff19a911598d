package dev.latchkey.sandbox.mgnify;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.OPTIONS;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.http.DrfBody;
import dev.latchkey.sandbox.http.Endpoint;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.http.RequestBody;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Django REST framework with simplejwt as it comes. */
final class DrfManners implements Manners {
  private static final String CHALLENGE = "Bearer realm=\"api\"";

  @Override
  public Endpoint endpoint(String path, HandlerType method, Handler handler) {
    String allowed = method.equals(GET) ? "GET, HEAD, OPTIONS" : method.name() + ", OPTIONS";
    Handler polite = negotiated(allowed, handler);
    Endpoint endpoint = Endpoint.at(path).on(method, polite);
    if (method.equals(GET)) {
      endpoint.on(HEAD, polite);
    }
    return endpoint.on(OPTIONS, negotiated(allowed, DrfManners::describe));
  }

  @Override
  public Handler notAllowed(String allowed) {
    return ctx -> {
      throw Refusal.of(405, "Method \"" + ctx.method() + "\" not allowed.")
          .withHeader("Allow", allowed);
    };
  }

  @Override
  public Handler withoutSlash() {
    return ctx -> {
      throw new NotFoundResponse();
    };
  }

  @Override
  public Credentials login(Context ctx) {
    JsonObject body = body(ctx);
    Map<String, List<String>> problems = new LinkedHashMap<>();
    for (String name : List.of("username", "password")) {
      problem(body, name).ifPresent(it -> problems.put(name, List.of(it)));
    }
    if (!problems.isEmpty()) {
      throw new Refusal(400, problems);
    }
    return new Credentials(body.get("username").getAsString(), body.get("password").getAsString());
  }

  @Override
  public JsonObject loggedIn(String username, String token) {
    return refreshed(token);
  }

  @Override
  public Refusal notLoggedIn() {
    return Refusal.of(401, "No active account found with the given credentials")
        .withHeader("WWW-Authenticate", CHALLENGE);
  }

  @Override
  public Refusal throttled(long seconds) {
    return DrfBody.throttled(seconds);
  }

  @Override
  public JsonElement tokenToVerify(Context ctx) {
    JsonObject body = body(ctx);
    problem(body, "token")
        .ifPresent(
            it -> {
              throw DrfBody.problem("token", it);
            });
    return body.get("token");
  }

  @Override
  public JsonElement tokenToRefresh(Context ctx) {
    return tokenToVerify(ctx);
  }

  @Override
  public JsonObject refreshed(String token) {
    JsonObject body = new JsonObject();
    body.addProperty("token", token);
    return body;
  }

  @Override
  public Refusal rejected(String reason) {
    return challenge(reason, "token_not_valid");
  }

  @Override
  public Optional<String> bearer(Context ctx) {
    String header = String.valueOf(ctx.header("Authorization")).strip();
    String[] parts = header.split("\\s+", -1);
    if (!parts[0].equals("Bearer")) {
      return Optional.empty();
    }
    if (parts.length != 2) {
      throw challenge(
          "Authorization header must contain two space-delimited values",
          "bad_authorization_header");
    }
    return Optional.of(parts[1]);
  }

  @Override
  public Refusal anonymous() {
    return Refusal.of(401, "Authentication credentials were not provided.")
        .withHeader("WWW-Authenticate", CHALLENGE);
  }

  @Override
  public Refusal rejectedUse(String reason) {
    return new Refusal(401, RejectedUse.because(reason)).withHeader("WWW-Authenticate", CHALLENGE);
  }

  @Override
  public Optional<Refusal> nobody() {
    return Optional.of(
        challenge("Token contained no recognizable user identification", "token_not_valid"));
  }

  @Override
  public Optional<Refusal> goneUser() {
    return Optional.of(challenge("User not found", "user_not_found"));
  }

  @Override
  public Optional<Refusal> goneUserAtRefresh() {
    return Optional.of(
        challenge("No active account found for the given token.", "no_active_account"));
  }

  @Override
  public Refusal otherThan(Choice choice, String value) {
    return DrfBody.problem(
        choice.name(), "Select a valid choice. " + value + " is not one of the available choices.");
  }

  @Override
  public Page page(Context ctx) {
    return Page.numbered(ctx);
  }

  private static Refusal challenge(String detail, String code) {
    return Coded.unauthorized(detail, code).withHeader("WWW-Authenticate", CHALLENGE);
  }

  /** What a character field finds wrong with what was sent. */
  private static Optional<String> problem(JsonObject body, String name) {
    JsonElement value = body.get(name);
    if (value == null) {
      return Optional.of("This field is required.");
    }
    if (value.isJsonNull()) {
      return Optional.of("This field may not be null.");
    }
    if (!(value instanceof JsonPrimitive primitive) || primitive.isBoolean()) {
      return Optional.of("Not a valid string.");
    }
    return value.getAsString().isBlank()
        ? Optional.of("This field may not be blank.")
        : Optional.empty();
  }

  private static JsonObject body(Context ctx) {
    byte[] sent = RequestBody.read(ctx);
    // WSGI reads as many bytes as are announced: a chunked body counts as empty.
    boolean announced = ctx.header("Content-Length") != null;
    return DrfBody.parse(announced ? sent : new byte[0], RequestBody.type(ctx));
  }

  private static Handler negotiated(String allowed, Handler handler) {
    return ctx -> {
      ctx.header("Allow", allowed);
      String accept = ctx.header("Accept");
      if (accept != null && Stream.of("json", "*/*", "application/*").noneMatch(accept::contains)) {
        throw Refusal.of(406, "Could not satisfy the request Accept header.");
      }
      handler.handle(ctx);
    };
  }

  private static void describe(Context ctx) {
    Answers.json(
        ctx,
        200,
        Map.of(
            "renders", List.of("application/json"),
            "parses", List.of("application/json", "application/x-www-form-urlencoded")));
  }
}
