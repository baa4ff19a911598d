package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A workspace that goes while it is used, and what is left of its keys. */
@OnEachDatabase
@Timeout(120)
class DeletedWorkspaceTest {
  private static final String WORKSPACES = Gofigr.API + "workspace/";
  private static final String ANALYSES = Gofigr.API + "analysis/";
  private static final int ROUNDS = 20;

  private final Sandbox sandbox;
  private final Gofigr gofigr;
  private final SandboxClient demo;

  DeletedWorkspaceTest(TestDatabase database) {
    sandbox = Sandbox.start(database.in(SandboxOptions.defaults()));
    gofigr = new Gofigr(sandbox);
    demo = gofigr.loggedIn(Users.DEMO);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void makesNoRequestFailThatComesAtTheSameTime() {
    String own = Gofigr.workspace(demo, "primary");
    for (int round = 0; round < ROUNDS; round++) {
      String id = make();
      String moved = demo.post(ANALYSES, json("name", "moved", "workspace", own)).text("api_id");
      List<CompletableFuture<Answer>> asked = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        asked.add(demo.postLater(ANALYSES, json("name", "A", "workspace", id)));
      }
      asked.add(demo.postLater(Gofigr.KEYS, json("name", "one", "workspace", id)));
      asked.add(demo.later("PUT", ANALYSES + moved + "/", json("workspace", id)));
      asked.add(demo.later("DELETE", WORKSPACES + id + "/", ""));
      asked.add(demo.postLater(members(id, "add"), member()));
      asked.add(demo.postLater(members(id, "remove"), member()));
      asked.add(demo.postLater(Gofigr.KEYS, json("name", "two", "workspace", id)));
      for (int i = 0; i < 3; i++) {
        asked.add(demo.postLater(ANALYSES, json("name", "A", "workspace", id)));
      }
      assertThat(asked.stream().map(CompletableFuture::join))
          .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 201, 204, 400, 404));
      assertThat(demo.get(WORKSPACES + id + "/").status()).isEqualTo(404);
    }
    assertThat(demo.get(Gofigr.KEYS).array()).isEmpty();
  }

  @Test
  void isGoneForTheSecondWhoDeletesIt() {
    String id = make();
    assertThat(demo.delete(WORKSPACES + id + "/").status()).isEqualTo(204);
    assertThat(demo.delete(WORKSPACES + id + "/").status()).isEqualTo(404);
  }

  @Test
  void leavesItsKeysRevoked() {
    String id = make();
    String key = demo.post(Gofigr.KEYS, json("name", "scoped", "workspace", id)).text("token");
    assertThat(demo.delete(WORKSPACES + id + "/").status()).isEqualTo(204);
    assertThat(gofigr.withKey(key).get(WORKSPACES).text("detail")).contains("was revoked");
    assertThat(demo.get(Gofigr.KEYS).array()).isEmpty();
    AccountPages pages = new AccountPages(sandbox);
    assertThat(pages.get(pages.signIn(Users.DEMO), "/account/api-keys").body())
        .contains("scoped", "revoked");
  }

  private String make() {
    return demo.post(WORKSPACES, json("name", "brief")).text("api_id");
  }

  private static String members(String workspace, String act) {
    return WORKSPACES + workspace + "/members/" + act + "/";
  }

  private static String member() {
    return json("username", "alice", "membership_type", "creator");
  }
}
