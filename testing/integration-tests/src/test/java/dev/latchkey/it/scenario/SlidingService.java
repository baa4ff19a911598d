package dev.latchkey.it.scenario;

import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;
import java.net.URI;

/** A running service with sliding tokens at MGnify's paths, which counts what it is asked. */
public interface SlidingService extends AutoCloseable {

  URI baseUrl();

  String user();

  String password();

  /** How often a path was asked for with POST since the start. */
  long posts(String path);

  /** How often any authentication endpoint was asked since the start. */
  default long authenticationCalls() {
    return posts("auth/sliding") + posts("auth/sliding/refresh") + posts("auth/verify");
  }

  /** {@return a client to be built, for its user} */
  default ApiClientBuilder client(TokenStore tokens) {
    return ApiClient.builder()
        .profile("mgnify")
        .baseUrl(baseUrl())
        .setting("username", user())
        .setting("password", password())
        .tokens(tokens);
  }

  @Override
  void close();
}
