package dev.latchkey.it.gofigr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.testkit.FakePrompt;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;
import dev.latchkey.client.ApiRequest;
import dev.latchkey.client.ApiStatusException;
import dev.latchkey.client.gofigr.Analyses;
import dev.latchkey.client.gofigr.Analysis;
import dev.latchkey.client.gofigr.Gofigr;
import dev.latchkey.client.gofigr.LookupException;
import dev.latchkey.client.gofigr.Member;
import dev.latchkey.client.gofigr.User;
import dev.latchkey.client.gofigr.Workspace;
import dev.latchkey.client.gofigr.Workspaces;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workspaces, analyses, sessions and scoped keys, at the sandbox. */
class GofigrTest {

  private final Sandbox sandbox =
      Sandbox.start(SandboxOptions.defaults().withDeviceInterval(Duration.ofSeconds(1)));

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private ApiClientBuilder builder() {
    return ApiClient.builder().profile("gofigr").baseUrl(sandbox.gofigrApiUrl());
  }

  private SandboxUser user(String name) {
    return sandbox.users().stream()
        .filter(u -> u.username().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ApiClient session(String name) {
    return builder().setting("username", name).setting("password", user(name).password()).build();
  }

  private ApiClient keyed(String key) {
    return builder().setting("key", key).build();
  }

  private static ApiKeys keys(ApiClient client) {
    return client.ability(ApiKeys.class).orElseThrow();
  }

  private static String create(ApiClient client, Optional<String> workspace) {
    return keys(client)
        .create(new ApiKeyRequest("k", Optional.empty(), workspace))
        .secret()
        .reveal();
  }

  @Test
  void worksWithASessionWhereThereIsNoKey() {
    try (ApiClient client = session("demo")) {
      assertThat(User.current(client).username()).isEqualTo("demo");
      Workspace primary = Workspaces.of(client).primary();
      assertThat(primary.isPrimary()).isTrue();
      assertThat(Workspaces.of(client).members(primary)).contains(new Member("demo", "owner"));
      keys(client).list();
    }
    assertThat(sandbox.requests().count("POST", "/api/token/")).isEqualTo(1);
  }

  @Test
  void findsAWorkspaceByNameOrId() {
    try (ApiClient client = session("demo")) {
      Workspaces all = Workspaces.of(client);
      Workspace primary = all.primary();
      assertThat(all.find(primary.id())).isEqualTo(primary);
      assertThat(all.find(primary.name())).isEqualTo(primary);
      assertThatExceptionOfType(LookupException.class)
          .isThrownBy(() -> all.find("no such"))
          .withMessageContaining("There is no workspace 'no such'.")
          .withMessageContaining(primary.id());
    }
  }

  @Test
  void createsAnAnalysisOnceAndFindsItAgain() {
    try (ApiClient owner = session("demo")) {
      String key = create(owner, Optional.empty());
      try (Gofigr first = Gofigr.of(keyed(key), "", "Folding");
          Gofigr second = Gofigr.of(keyed(key), first.workspace().name(), "Folding");
          Gofigr byId = Gofigr.of(keyed(key), first.workspace().id(), first.analysis().id())) {
        assertThat(first.workspace()).isEqualTo(Workspaces.of(owner).primary());
        assertThat(first.analysis().name()).isEqualTo("Folding");
        assertThat(first.analysis().workspace()).isEqualTo(first.workspace().id());
        assertThat(second.analysis()).isEqualTo(first.analysis());
        assertThat(byId.analysis()).isEqualTo(first.analysis());
      }
    }
    assertThat(sandbox.requests().count("POST", "analysis/")).isEqualTo(1);
  }

  @Test
  void listsAnalysesOfTheSameNameInsteadOfGuessing() {
    try (ApiClient client = session("demo")) {
      Workspace primary = Workspaces.of(client).primary();
      for (int i = 0; i < 2; i++) {
        client.send(
            ApiRequest.of("POST", "analysis/")
                .withJson(Map.of("name", "Twin", "workspace", primary.id())));
      }
      Analyses analyses = Analyses.in(client, primary);
      assertThatExceptionOfType(LookupException.class)
          .isThrownBy(() -> analyses.findOrCreate("Twin"))
          .withMessageContaining("2")
          .withMessageContaining("Use the id of one")
          .satisfies(
              e ->
                  assertThat(analyses.list())
                      .extracting(Analysis::id)
                      .allSatisfy(id -> assertThat(e).hasMessageContaining(id)));
    }
  }

  @Test
  void takesTheWorkspaceThatIsConfigured() {
    try (ApiClient owner = session("demo")) {
      Workspace primary = Workspaces.of(owner).primary();
      ApiClient configured =
          builder()
              .property("latchkey.profiles.gofigr.workspace", primary.name())
              .setting("key", create(owner, Optional.empty()))
              .build();
      try (Gofigr gofigr = Gofigr.of(configured, "", "A")) {
        assertThat(gofigr.client().property("workspace")).contains(primary.name());
        assertThat(gofigr.workspace()).isEqualTo(primary);
        assertThatIllegalArgumentException()
            .isThrownBy(() -> gofigr.client().property("api-key.key"));
      }
    }
  }

  @Test
  void seesOnlyItsWorkspaceWithAScopedKey() {
    try (ApiClient owner = session("demo")) {
      Workspace primary = Workspaces.of(owner).primary();
      try (ApiClient scoped = keyed(create(owner, Optional.of(primary.id())))) {
        assertThat(Workspaces.of(scoped).list()).containsExactly(primary);
        assertThat(Workspaces.of(scoped).primary()).isEqualTo(primary);
      }
    }
  }

  @Test
  void saysWhatToDoAboutARevokedKey() {
    try (ApiClient owner = session("demo")) {
      String key = create(owner, Optional.empty());
      keys(owner).list().forEach(k -> keys(owner).revoke(k.id()));
      try (ApiClient script = keyed(key)) {
        assertThatExceptionOfType(ApiStatusException.class)
            .isThrownBy(() -> User.current(script))
            .withMessageContaining("revoked")
            .withMessageContaining("'latchkey keys list'")
            .withMessageNotContaining(key);
      }
    }
  }

  @Test
  void managesNoKeysWithAKeyAndSaysWhatItTakes() {
    try (ApiClient owner = session("demo");
        ApiClient script = keyed(create(owner, Optional.empty()))) {
      assertThatExceptionOfType(CredentialMissingException.class)
          .isThrownBy(() -> keys(script).list())
          .withMessageContaining("a key cannot manage keys")
          .withMessageContaining("GF_USERNAME and GF_PASSWORD");
      assertThatExceptionOfType(ApiStatusException.class)
          .isThrownBy(
              () -> script.send(ApiRequest.of("POST", "api_key/").withJson(Map.of("name", "no"))))
          .satisfies(e -> assertThat(e.status()).isEqualTo(403));
    }
  }

  @Test
  void hidesTheKeysOfOthers() {
    try (ApiClient owner = session("demo")) {
      String id = keys(owner).create(ApiKeyRequest.named("mine")).key().id();
      String other =
          sandbox.users().stream()
              .map(SandboxUser::username)
              .filter(name -> !name.equals("demo"))
              .findFirst()
              .orElseThrow();
      try (ApiClient stranger = session(other)) {
        assertThat(keys(stranger).list()).isEmpty();
        assertThatExceptionOfType(ApiKeyException.class)
            .isThrownBy(() -> keys(stranger).get(id))
            .withMessageContaining("no such key among yours")
            .satisfies(e -> assertThat(e.status()).isEqualTo(404));
      }
      assertThat(keys(owner).get(id).name()).isEqualTo("mine");
    }
  }

  @Test
  void logsInByDeviceWhenThePersonSaysYes() {
    FakePrompt person = new FakePrompt("unused", "unused");
    Approval approval = new Approval(sandbox, person);
    try (ApiClient client = builder().setting("login", "device").prompt(approval).build()) {
      assertThat(User.current(client).username()).isEqualTo("demo");
      String key = create(client, Optional.empty());
      assertThat(key).isNotBlank();
    }
    assertThat(person.told()).hasSize(1);
    assertThat(person.told().get(0)).contains("/activate").contains("enter the code");
  }

  @Test
  void endsALoginByDeviceWhenThePersonSaysNo() {
    Approval refusal = new Approval(sandbox, new FakePrompt("unused", "unused")).denying();
    try (ApiClient client = builder().setting("login", "device").prompt(refusal).build()) {
      assertThatExceptionOfType(LoginRefusedException.class)
          .isThrownBy(() -> User.current(client))
          .withMessageContaining("declined");
    }
  }
}
