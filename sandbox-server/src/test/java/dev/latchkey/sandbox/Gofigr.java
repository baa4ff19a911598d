package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;

import com.google.gson.JsonElement;

/** GoFigr's side of a sandbox, as a client uses it. */
final class Gofigr {
  static final String API = "/api/v1.4.1/";
  static final String KEYS = API + "api_key/";

  private final SandboxClient client;

  Gofigr(Sandbox sandbox) {
    this.client = SandboxClient.of(sandbox.url());
  }

  SandboxClient anonymous() {
    return client;
  }

  SandboxClient loggedIn(SandboxUser user) {
    return client.with("Bearer " + pair(user).text("access"));
  }

  SandboxClient withKey(String key) {
    return client.with("Token " + key);
  }

  Answer pair(SandboxUser user) {
    return client.post(
        "/api/token/", json("username", user.username(), "password", user.password()));
  }

  /** The {@code api_id} of the only workspace of this type that the user is in. */
  static String workspace(SandboxClient user, String type) {
    for (JsonElement workspace : user.get(API + "workspace/").array()) {
      if (workspace.getAsJsonObject().get("workspace_type").getAsString().equals(type)) {
        return workspace.getAsJsonObject().get("api_id").getAsString();
      }
    }
    throw new AssertionError("no workspace of type " + type);
  }
}
