package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workspaces, their members and what is in them. */
@OnEachDatabase
class WorkspaceTest {
  private static final String WORKSPACES = Gofigr.API + "workspace/";
  private static final String ANALYSES = Gofigr.API + "analysis/";
  private final Sandbox sandbox;
  private final Gofigr gofigr;
  private final SandboxClient demo;
  private final SandboxClient alice;
  private final String own;
  private final String shared;

  WorkspaceTest(TestDatabase database) {
    sandbox = Sandbox.start(database.in(SandboxOptions.defaults()));
    gofigr = new Gofigr(sandbox);
    demo = gofigr.loggedIn(Users.DEMO);
    alice = gofigr.loggedIn(Users.ALICE);
    own = Gofigr.workspace(demo, "primary");
    shared = Gofigr.workspace(demo, "secondary");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void listsTheUsersOwnWorkspaceFirst() {
    var first = demo.get(WORKSPACES).array().get(0).getAsJsonObject();
    assertThat(first.keySet())
        .containsExactly(
            "api_id",
            "name",
            "description",
            "workspace_type",
            "size_bytes",
            "organization",
            "created_by",
            "created_on",
            "updated_by",
            "updated_on",
            "child_updated_by",
            "child_updated_on",
            "_shallow");
    assertThat(first.get("workspace_type").getAsString()).isEqualTo("primary");
    assertThat(first.get("created_by").getAsString()).isEqualTo("demo");
  }

  @Test
  void showsWhatIsInAWorkspace() {
    demo.post(ANALYSES, json("name", "A", "workspace", own));
    var workspace = demo.get(WORKSPACES + own + "/").object();
    assertThat(workspace.keySet()).contains("analyses", "assets").doesNotContain("_shallow");
    assertThat(workspace.getAsJsonArray("analyses")).hasSize(1);
  }

  @Test
  void listsMembers() {
    assertThat(demo.get(WORKSPACES + own + "/members/").body())
        .isEqualTo("[{\"username\":\"demo\",\"membership_type\":\"owner\"}]");
  }

  @Test
  void hidesAWorkspaceFromStrangers() {
    assertThat(alice.get(WORKSPACES + own + "/").status()).isEqualTo(404);
    assertThat(alice.get(WORKSPACES + own + "/members/").status()).isEqualTo(404);
    assertThat(alice.post(ANALYSES, json("name", "A", "workspace", own)).status()).isEqualTo(400);
  }

  @Test
  void letsOnlyStewardsChangeMembers() {
    String path = WORKSPACES + shared + "/members/";
    String webin = json("username", "Webin-12345", "membership_type", "admin");
    assertThat(alice.post(path + "add/", webin).status()).isEqualTo(403);
    assertThat(alice.post(path + "remove/", webin).status()).isEqualTo(403);
    assertThat(demo.post(path + "add/", webin).body()).isEqualTo(webin);
    assertThat(demo.get(path).body()).contains(webin);
    assertThat(demo.post(path + "remove/", webin).status()).isEqualTo(200);
    assertThat(demo.get(path).body()).doesNotContain("Webin-12345");
  }

  @Test
  void letsAMemberLeave() {
    String leave = json("username", "alice", "membership_type", "creator");
    assertThat(alice.post(WORKSPACES + shared + "/members/remove/", leave).status()).isEqualTo(200);
    assertThat(alice.get(WORKSPACES + shared + "/").status()).isEqualTo(404);
  }

  @Test
  void keepsTheOwnerOfAPrimaryWorkspace() {
    String path = WORKSPACES + own + "/members/";
    String viewer = json("username", "demo", "membership_type", "viewer");
    assertThat(demo.post(path + "remove/", viewer).status()).isEqualTo(400);
    assertThat(demo.post(path + "add/", viewer).status()).isEqualTo(400);
  }

  @Test
  void refusesMembersThatMakeNoSense() {
    String path = WORKSPACES + shared + "/members/add/";
    assertThat(demo.post(path, json("username", "nobody", "membership_type", "admin")).status())
        .isEqualTo(400);
    assertThat(demo.post(path, json("username", "alice", "membership_type", "king")).status())
        .isEqualTo(400);
  }

  @Test
  void makesReadsAndChangesAnAnalysis() {
    Answer made = demo.post(ANALYSES, json("name", "A", "workspace", own));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.object().keySet())
        .containsExactly(
            "api_id",
            "name",
            "description",
            "size_bytes",
            "workspace",
            "created_by",
            "created_on",
            "updated_by",
            "updated_on",
            "child_updated_by",
            "child_updated_on",
            "figures");
    String path = ANALYSES + made.text("api_id") + "/";
    assertThat(demo.get(path).json()).isEqualTo(made.json());
    assertThat(demo.put(path, json("name", "B", "description", "d")).text("name")).isEqualTo("B");
    assertThat(demo.put(path, "{}").text("description")).isEqualTo("d");
    assertThat(alice.get(path).status()).isEqualTo(404);
  }

  @Test
  void letsAViewerLookButNotTouch() {
    demo.post(
        WORKSPACES + shared + "/members/add/",
        json("username", "alice", "membership_type", "viewer"));
    assertThat(alice.get(WORKSPACES + shared + "/").status()).isEqualTo(200);
    assertThat(alice.post(ANALYSES, json("name", "A", "workspace", shared)).status())
        .isEqualTo(403);
  }
}
