package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GofigrLoginTest {
  private static final String TOKEN = "/api/token/";
  private static final String REFRESH = "/api/token/refresh/";
  private static final String USER = Gofigr.API + "user";

  private final TestClock clock = new TestClock();
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.defaults().withClock(clock).withAccessLifetime(Duration.ofMinutes(5)));
  private final Gofigr gofigr = new Gofigr(sandbox);
  private final SandboxClient anonymous = gofigr.anonymous();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void takesAPasswordAsAForm() {
    Answer answer = anonymous.postForm(TOKEN, "username=demo&password=correct+horse");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.object().keySet()).containsExactlyInAnyOrder("access", "refresh");
  }

  @Test
  void takesAPasswordAsJson() {
    assertThat(gofigr.pair(Users.DEMO).object().keySet())
        .containsExactlyInAnyOrder("access", "refresh");
  }

  @Test
  void takesADollarSignInAForm() {
    String form = "username=Webin-12345&password=sea%20%24alt%2042";
    assertThat(anonymous.postForm(TOKEN, form).status()).isEqualTo(200);
  }

  @Test
  void refusesAWrongPassword() {
    Answer answer = anonymous.postForm(TOKEN, "username=demo&password=no");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("detail"))
        .isEqualTo("No active account found with the given credentials");
  }

  @Test
  void refusesAnEmptyLoginAsTheRecordedServerDoes() {
    assertThat(anonymous.postForm(TOKEN, "").status()).isEqualTo(401);
  }

  @Test
  void namesAMissingPassword() {
    assertThat(anonymous.post(TOKEN, json("username", "demo")).body())
        .isEqualTo("{\"password\":[\"This field is required.\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "\"x\"", ""})
  void survivesBodiesThatAreNoObject(String body) {
    assertThat(anonymous.post(TOKEN, body).status()).isIn(400, 401);
  }

  @Test
  void survivesABadPercentSign() {
    assertThat(anonymous.postForm(TOKEN, "username=%zz").status()).isEqualTo(400);
  }

  @Test
  void actsAsTheUserOfAnAccessToken() {
    JsonObject me = gofigr.loggedIn(Users.DEMO).get(USER).array().get(0).getAsJsonObject();
    assertThat(me.keySet())
        .containsExactly(
            "username",
            "first_name",
            "last_name",
            "email",
            "date_joined",
            "is_active",
            "is_staff",
            "avatar",
            "user_profile");
    assertThat(me.get("username").getAsString()).isEqualTo("demo");
  }

  @Test
  void showsOtherUsersByName() {
    SandboxClient demo = gofigr.loggedIn(Users.DEMO);
    assertThat(demo.get(USER + "/alice").text("username")).isEqualTo("alice");
    assertThat(demo.get(USER + "/nobody").status()).isEqualTo(404);
  }

  @Test
  void tellsAnExpiredAccessTokenByItsCode() {
    SandboxClient demo = gofigr.loggedIn(Users.DEMO);
    clock.advance(Duration.ofMinutes(5));
    Answer answer = demo.get(USER);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("code")).isEqualTo("token_not_valid");
    assertThat(answer.body()).contains("\"token_class\":\"AccessToken\"");
  }

  @Test
  void renewsAnAccessTokenUntilTheRefreshTokenEnds() {
    String refresh = gofigr.pair(Users.DEMO).text("refresh");
    clock.advance(Duration.ofHours(23));
    Answer renewed = anonymous.postForm(REFRESH, "refresh=" + refresh);
    assertThat(renewed.object().keySet()).containsExactly("access");
    SandboxClient demo = anonymous.with("Bearer " + renewed.text("access"));
    assertThat(demo.get(USER).status()).isEqualTo(200);
    clock.advance(Duration.ofHours(1));
    assertThat(anonymous.post(REFRESH, json("refresh", refresh)).body())
        .isEqualTo("{\"detail\":\"Token is invalid or expired\",\"code\":\"token_not_valid\"}");
  }

  @Test
  void renewsAnAccessTokenOfASandboxWithDefaults() {
    try (Sandbox usual = Sandbox.start(SandboxOptions.defaults().withClock(clock))) {
      SandboxClient client = new Gofigr(usual).anonymous();
      Answer pair = new Gofigr(usual).pair(Users.DEMO);
      clock.advance(Duration.ofHours(1));
      Answer late = client.with("Bearer " + pair.text("access")).get(USER);
      assertThat(late.text("code")).isEqualTo("token_not_valid");
      Answer renewed = client.post(REFRESH, json("refresh", pair.text("refresh")));
      assertThat(client.with("Bearer " + renewed.text("access")).get(USER).status()).isEqualTo(200);
    }
  }

  @Test
  void takesNoTokenForAnother() {
    String refresh = gofigr.pair(Users.DEMO).text("refresh");
    String access = gofigr.pair(Users.DEMO).text("access");
    String sliding = new Mgnify(sandbox).login(Users.DEMO);
    assertThat(anonymous.with("Bearer " + refresh).get(USER).status()).isEqualTo(401);
    assertThat(anonymous.with("Bearer " + sliding).get(USER).status()).isEqualTo(401);
    assertThat(anonymous.post(REFRESH, json("refresh", access)).status()).isEqualTo(401);
    assertThat(new Mgnify(sandbox).use(access).status()).isEqualTo(401);
  }

  @Test
  void asksForCredentials() {
    Answer answer = anonymous.get(USER);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body())
        .isEqualTo("{\"detail\":\"Authentication credentials were not provided.\"}");
    assertThat(anonymous.with("Basic eDp5").get(USER).body()).isEqualTo(answer.body());
  }

  @Test
  void tellsAboutItselfToAnybody() {
    for (String path : new String[] {"/api/v1.4/info/", "/api/v1.4.1/info/"}) {
      assertThat(anonymous.get(path).object().keySet())
          .containsExactly("version", "auth0_domain", "auth0_cli_client_id", "auth0_audience");
    }
  }
}
