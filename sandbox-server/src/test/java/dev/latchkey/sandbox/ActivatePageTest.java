package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page where a person answers a device login. */
class ActivatePageTest {
  private static final String PAGE = "/activate";

  private final Sandbox sandbox =
      Sandbox.start(SandboxOptions.defaults().withClock(new TestClock()));
  private final SandboxClient browser = SandboxClient.of(sandbox.url());
  private final Device device = new Device(sandbox);
  private final JsonObject started = device.start();
  private final String code = Device.userCode(started);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void asksForTheCode() {
    Answer page = browser.get(PAGE);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("<label for=\"user_code\">").doesNotContain("role=\"alert\"");
  }

  @Test
  void namesWhoIsAskingBeforeItAsksForAPassword() {
    Answer page = browser.get(PAGE + "?user_code=" + code);
    assertThat(page.body())
        .contains("GoFigr command line", code, "<label for=\"password\">")
        .contains("autocomplete=\"current-password\"");
  }

  @Test
  void saysThatACodeIsUnknown() {
    Answer page = browser.get(PAGE + "?user_code=%3Cscript%3E");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).contains("role=\"alert\"", "&lt;script&gt;").doesNotContain("<script>");
  }

  @Test
  void approves() {
    Answer page = answer("correct horse", "approve");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Connected");
    Answer granted = device.poll(started);
    SandboxClient demo = browser.with("Bearer " + granted.text("access_token"));
    assertThat(demo.get(Gofigr.API + "user").body()).contains("\"username\":\"demo\"");
  }

  @Test
  void denies() {
    assertThat(answer("correct horse", "deny").body()).contains("Denied");
    assertThat(device.poll(started).text("error")).isEqualTo("access_denied");
  }

  @Test
  void approvesNothingWithoutTheRightPassword() {
    Answer page = answer("wrong", "approve");
    assertThat(page.status()).isEqualTo(401);
    assertThat(page.body())
        .contains("role=\"alert\"", "value=\"demo\"", "GoFigr command line")
        .doesNotContain("value=\"wrong\"");
    assertThat(device.poll(started).text("error")).isEqualTo("authorization_pending");
  }

  @Test
  void approvesNothingWithoutADecision() {
    assertThat(answer("correct horse", "").status()).isNotEqualTo(401);
    assertThat(device.poll(started).text("error")).isEqualTo("access_denied");
  }

  @Test
  void takesAnAnswerOnce() {
    answer("correct horse", "deny");
    assertThat(answer("correct horse", "approve").status()).isEqualTo(404);
    assertThat(device.poll(started).text("error")).isEqualTo("access_denied");
  }

  @Test
  void takesNoAnswerFromAnotherSitesPage() {
    for (String origin : new String[] {"http://evil.test", "null"}) {
      Answer page =
          SandboxClient.answer(
              browser
                  .request(PAGE)
                  .header("Origin", origin)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form("correct horse", "approve")))
                  .build());
      assertThat(page.status()).isEqualTo(403);
    }
    assertThat(device.poll(started).text("error")).isEqualTo("authorization_pending");
  }

  @Test
  void loadsNothingFromElsewhereAndIsShownInNoFrame() {
    Answer page = browser.get(PAGE);
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(browser.get("/assets/sandbox.css").header("Content-Type")).startsWith("text/css");
    assertThat(browser.get("/assets/head.html").status()).isEqualTo(404);
  }

  private Answer answer(String password, String decision) {
    return browser.postForm(PAGE, form(password, decision));
  }

  private String form(String password, String decision) {
    return Device.form(
        "user_code", code, "username", "demo", "password", password, "decision", decision);
  }
}
