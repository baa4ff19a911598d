package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the tests of GoFigr's own Python client ask of a server, beyond its recorded calls. */
class PythonClientTest {
  private static final String WORKSPACES = Gofigr.API + "workspace/";
  private static final String ANALYSES = Gofigr.API + "analysis/";

  private final TestClock clock = new TestClock();
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
  private final Gofigr gofigr = new Gofigr(sandbox);
  private final SandboxClient demo = gofigr.loggedIn(Users.DEMO);
  private final SandboxClient alice = gofigr.loggedIn(Users.ALICE);
  private final String own = Gofigr.workspace(demo, "primary");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void findsNoKeysThenTwoThenOne() {
    assertThat(demo.get(Gofigr.KEYS).array()).isEmpty();
    demo.post(Gofigr.KEYS, json("name", "test key 1"));
    clock.advance(Duration.ofMillis(1));
    Answer second = demo.post(Gofigr.KEYS, json("name", "test key 2"));
    assertThat(demo.get(Gofigr.KEYS).array()).hasSize(2);
    assertThat(alice.get(Gofigr.KEYS).array()).isEmpty();
    demo.delete(Gofigr.KEYS + second.text("api_id") + "/");
    assertThat(demo.get(Gofigr.KEYS).array())
        .singleElement()
        .extracting(key -> key.getAsJsonObject().get("name").getAsString())
        .isEqualTo("test key 1");
  }

  @Test
  void acceptsAKeyOfTenSecondsForTenSeconds() {
    String expiry = "2026-11-21 12:00:10+00:00";
    Answer made = demo.post(Gofigr.KEYS, json("name", "test key 1", "expiry", expiry));
    SandboxClient holder = gofigr.withKey(made.text("token"));
    clock.advance(Duration.ofMillis(9_999));
    worksIn(holder, own);
    clock.advance(Duration.ofMillis(1));
    Answer late = holder.get(Gofigr.API + "user");
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.text("code")).isEqualTo("authentication_failed");
  }

  @Test
  void keepsScopedKeysToTheirWorkspace() {
    Answer made = demo.post(WORKSPACES, json("name", "workspace 2"));
    assertThat(made.status()).isEqualTo(201);
    String second = made.text("api_id");
    SandboxClient everywhere = holder(json("name", "test key"));
    SandboxClient inOwn = holder(json("name", "test key 1", "workspace", own));
    SandboxClient inSecond = holder(json("name", "test key 2", "workspace", second));

    worksIn(everywhere, own);
    worksIn(everywhere, second);
    worksIn(inOwn, own);
    worksIn(inSecond, second);
    assertThat(inOwn.get(WORKSPACES + second + "/").status()).isEqualTo(404);
    assertThat(inSecond.get(WORKSPACES + own + "/").status()).isEqualTo(404);
    assertThat(inOwn.get(WORKSPACES).body()).contains(own).doesNotContain(second);
    assertThat(inSecond.get(WORKSPACES).body()).contains(second).doesNotContain(own);
    assertThat(inOwn.post(WORKSPACES, json("name", "another")).status()).isEqualTo(403);
  }

  @Test
  void endsAScopedKeyWhenAWorkspaceIsNoLongerShared() {
    String member = json("username", "alice", "membership_type", "creator");
    demo.post(WORKSPACES + own + "/members/add/", member);
    String request = json("name", "test key 2", "workspace", own);
    SandboxClient holder = gofigr.withKey(alice.post(Gofigr.KEYS, request).text("token"));
    worksIn(holder, own);
    demo.post(
        WORKSPACES + own + "/members/remove/",
        "{\"username\": \"alice\", \"membership_type\": null}");
    assertThat(holder.get(Gofigr.API + "user").status()).isEqualTo(401);
  }

  /** As {@code configure(workspace="…", analysis="…")} in a notebook does. */
  @Test
  void findsAWorkspaceAndAnAnalysisByNameOrMakesThem() {
    assertThat(id(demo.get(WORKSPACES).json(), "Notebook")).isEmpty();
    Answer made = demo.post(WORKSPACES, "{\"name\": \"Notebook\", \"organization\": null}");
    String workspace = WORKSPACES + made.text("api_id") + "/";
    assertThat(made.object().getAsJsonArray("analyses")).isEmpty();
    assertThat(id(demo.get(WORKSPACES).json(), "Notebook")).isEqualTo(made.text("api_id"));
    Answer analysis =
        demo.post(
            ANALYSES, json("name", "Day 1", "description", "", "workspace", made.text("api_id")));
    assertThat(id(demo.get(workspace).object().get("analyses"), "Day 1"))
        .isEqualTo(analysis.text("api_id"));
  }

  @Test
  void changesWorkspacesButNotWhatKindTheyAre() {
    String second = demo.post(WORKSPACES, json("name", "second")).text("api_id");
    String path = WORKSPACES + second + "/";
    Answer renamed = demo.put(path, json("name", "new", "description", "d"));
    assertThat(renamed.status()).isEqualTo(200);
    assertThat(demo.get(path).json()).isEqualTo(renamed.json());
    assertThat(demo.put(path, json("workspace_type", "primary")).status()).isEqualTo(400);
    assertThat(demo.put(WORKSPACES + own + "/", json("workspace_type", "secondary")).status())
        .isEqualTo(400);
    for (String type : new String[] {"primary", "invalid workspace type"}) {
      Answer refused = demo.post(WORKSPACES, json("name", "x", "workspace_type", type));
      assertThat(refused.status()).isEqualTo(400);
    }
    assertThat(alice.put(path, json("name", "mine")).status()).isEqualTo(404);
  }

  @Test
  void deletesAWorkspaceWithWhatIsInItButNoPrimaryOne() {
    String second = demo.post(WORKSPACES, json("name", "second")).text("api_id");
    SandboxClient holder = holder(json("name", "scoped", "workspace", second));
    worksIn(holder, second);
    assertThat(demo.delete(WORKSPACES + second + "/").status()).isEqualTo(204);
    assertThat(demo.get(WORKSPACES + second + "/").status()).isEqualTo(404);
    assertThat(holder.get(Gofigr.API + "user").status()).isEqualTo(401);
    assertThat(demo.delete(WORKSPACES + own + "/").status()).isEqualTo(403);
  }

  @Test
  void movesAndDeletesAnAnalysis() {
    String second = demo.post(WORKSPACES, json("name", "second")).text("api_id");
    String analysis = demo.post(ANALYSES, json("name", "A", "workspace", own)).text("api_id");
    demo.put(ANALYSES + analysis + "/", json("workspace", second));
    assertThat(demo.get(WORKSPACES + own + "/").body()).doesNotContain(analysis);
    assertThat(demo.get(WORKSPACES + second + "/").body()).contains(analysis);
    assertThat(alice.delete(ANALYSES + analysis + "/").status()).isEqualTo(404);
    assertThat(demo.delete(ANALYSES + analysis + "/").status()).isEqualTo(204);
    assertThat(demo.get(ANALYSES + analysis + "/").status()).isEqualTo(404);
  }

  private SandboxClient holder(String request) {
    return gofigr.withKey(demo.post(Gofigr.KEYS, request).text("token"));
  }

  private static void worksIn(SandboxClient holder, String workspace) {
    assertThat(holder.get(WORKSPACES + workspace + "/").status()).isEqualTo(200);
    Answer made = holder.post(ANALYSES, json("name", "Test analysis", "workspace", workspace));
    assertThat(made.status()).isEqualTo(201);
    String path = ANALYSES + made.text("api_id") + "/";
    assertThat(holder.put(path, json("name", "Updated analysis")).status()).isEqualTo(200);
    assertThat(holder.get(path).text("name")).isEqualTo("Updated analysis");
    assertThat(holder.post(Gofigr.KEYS, json("name", "should not work")).status()).isEqualTo(403);
  }

  private static String id(JsonElement list, String name) {
    for (JsonElement each : list.getAsJsonArray()) {
      JsonObject object = each.getAsJsonObject();
      if (object.get("name").getAsString().equals(name)) {
        return object.get("api_id").getAsString();
      }
    }
    return "";
  }
}
