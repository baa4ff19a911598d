package dev.latchkey.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person with a browser: makes a key, copies it, uses it, revokes it. */
@Timeout(120)
class ApiKeyPagesTest {
  private static final SandboxUser DEMO = SandboxUser.defaults().get(0);

  private Sandbox sandbox;
  private Browser browser;

  @BeforeAll
  static void requireBrowser() {
    Browser.assumeInstalled();
  }

  @BeforeEach
  void start(@TempDir Path profile) {
    sandbox = Sandbox.start();
    browser = new Browser(profile);
    browser.open(sandbox.url().resolve("/account"));
  }

  @AfterEach
  void stop() {
    browser.close();
    sandbox.close();
  }

  @Test
  void makesCopiesUsesAndRevokesAKey() throws Exception {
    signIn();
    assertThat(browser.text("main")).contains("You have 0 of 25 keys.", "None yet.");
    browser.type("#name", "John's <laptop>");
    browser.follow("main form button");

    browser.allowClipboard(sandbox.url());
    browser.click("#copy");
    browser.awaitText("#copied", "Copied");
    String key = browser.run("return navigator.clipboard.readText()").getAsString();
    assertThat(key).startsWith("lk_");
    assertThat(browser.text("tbody")).contains("John's <laptop>", "never");
    keepScreenshot("api-keys.png");

    browser.reload();
    assertThat(browser.has("#new-key")).isFalse();
    assertThat(browser.run("return document.documentElement.outerHTML").getAsString())
        .doesNotContain(key);

    assertThat(use(key)).isEqualTo(200);
    browser.reload();
    assertThat(browser.text("tbody td:nth-child(3)"))
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC");

    browser.follow("tbody a");
    assertThat(browser.text("main")).contains("Revoke “John's <laptop>”?", "cannot be undone");
    assertThat(use(key)).isEqualTo(200);
    browser.follow("button.danger");
    assertThat(browser.text("main"))
        .contains("You have 0 of 25 keys.", "revoked “John's <laptop>”");
    assertThat(use(key)).isEqualTo(401);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void isUsedWithTheKeyboardAlone() {
    browser.press(DEMO.username() + Browser.TAB + DEMO.password() + Browser.ENTER);
    browser.awaitText("h1", "API keys");
    // Past "Sign out" to the name.
    browser.press(Browser.TAB + Browser.TAB + "by keyboard" + Browser.ENTER);
    browser.awaitText("tbody", "by keyboard");
    walkTo("tbody a");
    browser.press(Browser.ENTER);
    browser.awaitText("h1", "Revoke");
    walkTo("button.danger");
    browser.press(Browser.ENTER);
    browser.awaitText("main", "None yet.");
  }

  @Test
  void hidesItsCookieFromScriptsAndRunsNoneButItsOwn() {
    signIn();
    assertThat(browser.run("return document.cookie").getAsString()).isEmpty();
    browser.run(
        "const s = document.createElement('script'); s.textContent = 'window.evil = 1';"
            + " document.body.append(s)");
    assertThat(browser.run("return window.evil === undefined").getAsBoolean()).isTrue();
  }

  @Test
  void saysThatAPasswordIsWrong() {
    browser.type("#username", DEMO.username());
    browser.type("#password", "wrong");
    browser.follow("button.main");
    assertThat(browser.text("[role=alert]")).isEqualTo("Wrong user name or password.");
    assertThat(browser.title()).startsWith("Wrong user name or password.");
  }

  @Test
  void answersADevice() throws Exception {
    String code = start("/oauth/device/code");
    browser.open(sandbox.url().resolve("/activate"));
    browser.type("#user_code", code);
    browser.follow("button.main");
    assertThat(browser.text("h1")).isEqualTo("Connect GoFigr command line?");
    keepScreenshot("activate.png");
    browser.type("#username", DEMO.username());
    browser.type("#password", DEMO.password());
    browser.follow("button.main");
    assertThat(browser.text("h1")).isEqualTo("Connected");
    assertThat(browser.complaints()).isEmpty();
  }

  private void signIn() {
    browser.type("#username", DEMO.username());
    browser.type("#password", DEMO.password());
    browser.follow("button.main");
    assertThat(URI.create(browser.url()).getPath()).isEqualTo("/account/api-keys");
  }

  /** From where the focus is. */
  private void walkTo(String selector) {
    for (int steps = 0; !hasFocus(selector); steps++) {
      assertThat(steps).as("steps to %s", selector).isLessThan(20);
      browser.press(Browser.TAB);
    }
  }

  private boolean hasFocus(String selector) {
    return browser.run("return document.activeElement.matches('" + selector + "')").getAsBoolean();
  }

  private int use(String key) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.gofigrApiUrl().resolve("user"))
            .header("Authorization", "Token " + key)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private String start(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.url().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("client_id=gofigr-cli"))
            .build();
    HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    return sandbox.deviceLogins().waiting().get(0);
  }

  /** For whoever wants to look at it. */
  private void keepScreenshot(String name) throws IOException {
    Path directory = Files.createDirectories(Path.of("target", "screenshots"));
    Files.write(directory.resolve(name), browser.screenshot());
  }
}
