package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;

/** MGnify's side of a sandbox, as a client uses it. */
final class Mgnify {
  static final String BASE = "/metagenomics/api/v2/";
  static final String MINE = BASE + "my-data/studies/";

  private final SandboxClient client;

  Mgnify(Sandbox sandbox) {
    this.client = SandboxClient.of(sandbox.url());
  }

  String login(SandboxUser user) {
    return obtain(user.username(), user.password()).text("token");
  }

  Answer obtain(String username, String password) {
    return client.post(BASE + "auth/sliding", json("username", username, "password", password));
  }

  Answer verify(String token) {
    return client.post(BASE + "auth/verify", json("token", token));
  }

  Answer refresh(String token) {
    return client.post(BASE + "auth/sliding/refresh", json("token", token));
  }

  Answer use(String token) {
    return get(token, MINE + "?page_size=1");
  }

  Answer get(String token, String path) {
    return client.with("Bearer " + token).get(path);
  }

  Answer getAnonymously(String path) {
    return client.get(path);
  }
}
