package dev.latchkey.sandbox.mgnify;

import com.google.gson.JsonObject;
import dev.latchkey.sandbox.http.Refusal;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * MGnify's own controller: it knows Webin accounts by asking somebody else, and looks nobody up.
 */
final class MgnifyManners extends NinjaManners {
  private static final String BROKER_PREFIX = "mg-";

  @Override
  public Credentials login(Context ctx) {
    NinjaBody body = NinjaBody.read(ctx, "user_token");
    ValidationProblems problems = new ValidationProblems();
    String username = withoutBroker(body.string("username", problems));
    String password = body.string("password", problems);
    if (!problems.isEmpty()) {
      throw problems.refusal();
    }
    return new Credentials(username, password);
  }

  @Override
  public JsonObject loggedIn(String username, String token) {
    return refreshed(token);
  }

  @Override
  public Refusal notLoggedIn() {
    return Refusal.of(401, "Invalid credentials");
  }

  @Override
  public JsonObject refreshed(String token) {
    JsonObject body = super.refreshed(token);
    body.addProperty("token_type", "sliding");
    return body;
  }

  @Override
  public Optional<Refusal> nobody() {
    return Optional.empty();
  }

  @Override
  public Optional<Refusal> goneUser() {
    return Optional.empty();
  }

  private static String withoutBroker(String username) {
    return username.startsWith(BROKER_PREFIX)
        ? username.substring(BROKER_PREFIX.length())
        : username;
  }
}
