package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys that reach one workspace only. */
@OnEachDatabase
class ScopedApiKeyTest {
  private static final String WORKSPACES = Gofigr.API + "workspace/";
  private static final String ANALYSES = Gofigr.API + "analysis/";
  private final Sandbox sandbox;
  private final Gofigr gofigr;
  private final SandboxClient demo;
  private final SandboxClient alice;
  private final String shared;
  private final String own;

  ScopedApiKeyTest(TestDatabase database) {
    sandbox = Sandbox.start(database.in(SandboxOptions.defaults()));
    gofigr = new Gofigr(sandbox);
    demo = gofigr.loggedIn(Users.DEMO);
    alice = gofigr.loggedIn(Users.ALICE);
    shared = Gofigr.workspace(alice, "secondary");
    own = Gofigr.workspace(alice, "primary");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void seesOneWorkspaceOnly() {
    SandboxClient key = gofigr.withKey(make(shared).text("token"));
    assertThat(key.get(WORKSPACES).array()).hasSize(1);
    assertThat(key.get(WORKSPACES + shared + "/").status()).isEqualTo(200);
    assertThat(key.get(WORKSPACES + own + "/").status()).isEqualTo(404);
    assertThat(key.get(WORKSPACES + own + "/members/").status()).isEqualTo(404);
  }

  @Test
  void changesOneWorkspaceOnly() {
    SandboxClient key = gofigr.withKey(make(shared).text("token"));
    assertThat(key.post(ANALYSES, json("name", "A", "workspace", shared)).status()).isEqualTo(201);
    assertThat(key.post(ANALYSES, json("name", "A", "workspace", own)).status()).isEqualTo(400);
    String elsewhere = alice.post(ANALYSES, json("name", "B", "workspace", own)).text("api_id");
    assertThat(key.get(ANALYSES + elsewhere + "/").status()).isEqualTo(404);
    assertThat(key.put(ANALYSES + elsewhere + "/", json("name", "C")).status()).isEqualTo(404);
  }

  @Test
  void cannotBeMadeForAWorkspaceOfOthers() {
    String foreign = Gofigr.workspace(demo, "primary");
    Answer answer = alice.post(Gofigr.KEYS, json("name", "no", "workspace", foreign));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.object().keySet()).containsExactly("workspace");
    assertThat(alice.post(Gofigr.KEYS, json("name", "no", "workspace", "x")).status())
        .isEqualTo(400);
  }

  @Test
  void diesWhenItsOwnerLeaves() {
    String scoped = make(shared).text("token");
    String whole = alice.post(Gofigr.KEYS, json("name", "all")).text("token");
    leave();
    assertThat(gofigr.withKey(scoped).get(WORKSPACES).status()).isEqualTo(401);
    assertThat(gofigr.withKey(whole).get(WORKSPACES).array()).hasSize(1);
    assertThat(alice.get(Gofigr.KEYS).array()).hasSize(1);
  }

  @Test
  void staysDeadWhenItsOwnerComesBack() {
    String scoped = make(shared).text("token");
    leave();
    Answer back =
        demo.post(
            WORKSPACES + shared + "/members/add/",
            json("username", "alice", "membership_type", "creator"));
    assertThat(back.status()).isEqualTo(200);
    assertThat(gofigr.withKey(scoped).get(WORKSPACES).status()).isEqualTo(401);
  }

  @Test
  void listsNoKeysButThoseOfItsWorkspace() {
    alice.post(Gofigr.KEYS, json("name", "all"));
    SandboxClient key = gofigr.withKey(make(shared).text("token"));
    assertThat(key.get(Gofigr.KEYS).array()).hasSize(1);
  }

  private Answer make(String workspace) {
    return alice.post(Gofigr.KEYS, json("name", "scoped", "workspace", workspace));
  }

  private void leave() {
    Answer left =
        demo.post(
            WORKSPACES + shared + "/members/remove/",
            json("username", "alice", "membership_type", "creator"));
    assertThat(left.status()).isEqualTo(200);
  }
}
