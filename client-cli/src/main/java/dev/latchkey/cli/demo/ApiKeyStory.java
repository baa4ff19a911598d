package dev.latchkey.cli.demo;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.CreatedApiKey;
import dev.latchkey.cli.data.Page;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.output.Times;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;
import dev.latchkey.client.ApiStatusException;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxUser;
import java.util.Map;
import java.util.function.Consumer;

/** The second half of the demo: the life of one API key. */
final class ApiKeyStory {

  private static final String USER = "demo";

  private final Sandbox sandbox;
  private final Consumer<String> teller;

  ApiKeyStory(Sandbox sandbox, Consumer<String> teller) {
    this.sandbox = sandbox;
    this.teller = teller;
  }

  void tell() {
    teller.accept("");
    teller.accept("An API key, as GoFigr hands them out");
    try (ApiClient owner = owner()) {
      ApiKeys keys = Abilities.require(owner, ApiKeys.class, "manage keys");
      CreatedApiKey created = keys.create(ApiKeyRequest.named("demo laptop"));
      teller.accept(
          "  key created: '"
              + created.key().name()
              + "', "
              + created.secret().length()
              + " characters, shown once");
      try (ApiClient script = client().setting("key", created.secret().reveal()).build()) {
        use(script);
        teller.accept("  key last used: " + Times.local(find(keys, created).lastUsed(), "never"));
        keys.revoke(created.key().id());
        teller.accept("  key revoked");
        refuse(script);
      }
    }
  }

  private void use(ApiClient script) {
    Map<?, ?> me = Page.of(script.get("user").json()).rows().get(0);
    Page workspaces = Page.of(script.get("workspace/").json());
    teller.accept(
        "  key used: it acts as " + me.get("username") + ", workspaces: " + workspaces.summary());
  }

  private void refuse(ApiClient script) {
    try {
      script.get("user");
      throw new IllegalStateException("The revoked key still works.");
    } catch (ApiStatusException e) {
      teller.accept("  key refused: " + e.getMessage());
    }
  }

  private static ApiKey find(ApiKeys keys, CreatedApiKey created) {
    return keys.list().stream()
        .filter(key -> key.id().equals(created.key().id()))
        .findFirst()
        .orElseThrow();
  }

  private ApiClient owner() {
    SandboxUser user =
        sandbox.users().stream().filter(u -> u.username().equals(USER)).findFirst().orElseThrow();
    return client()
        .setting("username", user.username())
        .setting("password", user.password())
        .build();
  }

  private ApiClientBuilder client() {
    return ApiClient.builder()
        .profile("gofigr")
        .property("latchkey.profiles.gofigr.provider", "api-key")
        .baseUrl(sandbox.gofigrApiUrl());
  }
}
