package dev.latchkey.cli.demo;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Login;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.cli.data.Page;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.output.Times;
import dev.latchkey.client.ApiClient;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxUser;
import java.util.Map;
import java.util.function.Consumer;

/** The first half of the demo: one login, one token, private studies. */
final class SlidingTokenStory {

  private static final String USER = "Webin-12345";

  private final Sandbox sandbox;
  private final Consumer<String> teller;
  private final TokenStore tokens = TokenStore.inMemory();

  SlidingTokenStory(Sandbox sandbox, Consumer<String> teller) {
    this.sandbox = sandbox;
    this.teller = teller;
  }

  void tell() {
    teller.accept("");
    teller.accept("A sliding token, as MGnify hands them out");
    try (ApiClient client = client()) {
      AuthStatus status = Abilities.require(client, Login.class, "log in").login();
      teller.accept("  " + USER + " logs in: Authenticated successfully.");
      teller.accept("  the token is valid until " + Times.local(status.expiresAt(), "revoked"));
      list(client);
    }
    try (ApiClient later = client()) {
      later.get("my-data/studies/?page=2");
      teller.accept("  a later run gets page 2 with the same token");
    }
    teller.accept(
        "  requests to the login so far: " + sandbox.requests().count("POST", "auth/sliding"));
  }

  private void list(ApiClient client) {
    Page page = Page.of(client.get("my-data/studies/").json());
    teller.accept("  private studies: " + page.summary());
    for (Map<?, ?> study : page.rows().subList(0, Math.min(3, page.rows().size()))) {
      teller.accept("    " + study.get("accession") + "  " + study.get("title"));
    }
  }

  private ApiClient client() {
    SandboxUser user =
        sandbox.users().stream().filter(u -> u.username().equals(USER)).findFirst().orElseThrow();
    return ApiClient.builder()
        .profile("mgnify")
        .property("latchkey.profiles.mgnify.provider", "sliding-jwt")
        .baseUrl(sandbox.mgnifyUrl())
        .setting("username", user.username())
        .setting("password", user.password())
        .tokens(tokens)
        .build();
  }
}
