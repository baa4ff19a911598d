package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the pages for API keys refuse, and to whom; browser tests show the rest. */
class AccountPagesTest {
  private static final String KEYS = "/account/api-keys";
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final Pattern REVOKE =
      Pattern.compile("href=\"(/account/api-keys/[^\"]+/revoke)\"");

  private final TestClock clock = new TestClock();
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
  private final SandboxClient client = SandboxClient.of(sandbox.url());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void givesACookieThatNeitherScriptsNorOtherSitesGet() {
    Answer answer = signIn(Users.DEMO);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(KEYS);
    assertThat(answer.header("Set-Cookie"))
        .matches("latchkey_session=[\\w-]{43}; Path=/account; HttpOnly; SameSite=Strict");
  }

  @Test
  void showsNothingToStrangers() {
    for (String cookie : new String[] {"", "latchkey_session=x"}) {
      Answer answer = get(cookie, KEYS);
      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.header("Location")).isEqualTo("/account/sign-in");
    }
    assertThat(post("", KEYS, "name=x").status()).isEqualTo(303);
    assertThat(new Gofigr(sandbox).loggedIn(Users.DEMO).get(Gofigr.KEYS).array()).isEmpty();
  }

  @Test
  void forgetsWhoHasBeenIdleForHalfAnHour() {
    String cookie = cookie(signIn(Users.DEMO));
    clock.advance(Duration.ofMinutes(29));
    assertThat(get(cookie, KEYS).status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(29));
    assertThat(get(cookie, KEYS).status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(30));
    assertThat(get(cookie, KEYS).status()).isEqualTo(303);
  }

  @Test
  void endsTheSessionOfWhoSignsOut() {
    String cookie = cookie(signIn(Users.DEMO));
    String form = "csrf=" + token(get(cookie, KEYS));
    assertThat(post(cookie, "/account/sign-out", form).header("Set-Cookie")).contains("Max-Age=0");
    assertThat(get(cookie, KEYS).status()).isEqualTo(303);
  }

  @Test
  void takesOnlyFormsOfTheSession() {
    String cookie = cookie(signIn(Users.DEMO));
    String others = token(get(cookie(signIn(Users.DEMO)), KEYS));
    for (String form : new String[] {"name=x", "name=x&csrf=", "name=x&csrf=" + others}) {
      assertThat(post(cookie, KEYS, form).status()).isEqualTo(403);
    }
    assertThat(get(cookie, KEYS).body()).contains("None yet.");
  }

  @Test
  void takesNoFormFromAnotherSite() {
    String cookie = cookie(signIn(Users.DEMO));
    String form = "name=x&csrf=" + token(get(cookie, KEYS));
    Answer answer =
        SandboxClient.answer(
            client
                .request(KEYS)
                .header("Cookie", cookie)
                .header("Origin", "http://evil.test")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void showsAKeyOnce() {
    String cookie = cookie(signIn(Users.DEMO));
    String form = "name=laptop&csrf=" + token(get(cookie, KEYS));
    assertThat(post(cookie, KEYS, form).header("Location")).isEqualTo(KEYS);
    Answer once = get(cookie, KEYS);
    assertThat(once.body()).contains("value=\"lk_", "You have 1 of 25 keys.");
    assertThat(once.header("Cache-Control")).isEqualTo("no-store");
    assertThat(get(cookie, KEYS).body()).doesNotContain("lk_").contains("laptop");
  }

  @Test
  void makesNoMoreThanTheLimit() {
    SandboxClient demo = new Gofigr(sandbox).loggedIn(Users.DEMO);
    for (int i = 0; i < 25; i++) {
      demo.post(Gofigr.KEYS, json("name", "key " + i));
    }
    String cookie = cookie(signIn(Users.DEMO));
    Answer page = get(cookie, KEYS);
    assertThat(page.body()).contains("You have 25 of 25 keys.").doesNotContain("id=\"name\"");
    Answer refused = post(cookie, KEYS, "name=x&csrf=" + token(page));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("Revoke one first");
  }

  @Test
  void refusesANameThatIsNone() {
    String cookie = cookie(signIn(Users.DEMO));
    String token = token(get(cookie, KEYS));
    for (String name : new String[] {"", "+", "x".repeat(256)}) {
      Answer refused = post(cookie, KEYS, "name=" + name + "&csrf=" + token);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("role=\"alert\"");
    }
  }

  @Test
  void hidesOnesKeysFromOthers() {
    String demo = cookie(signIn(Users.DEMO));
    post(demo, KEYS, "name=mine&csrf=" + token(get(demo, KEYS)));
    Matcher revoke = REVOKE.matcher(get(demo, KEYS).body());
    assertThat(revoke.find()).isTrue();
    String alice = cookie(signIn(Users.ALICE));
    String token = token(get(alice, KEYS));
    assertThat(get(alice, KEYS).body()).doesNotContain("mine");
    assertThat(get(alice, revoke.group(1)).status()).isEqualTo(404);
    assertThat(post(alice, revoke.group(1), "csrf=" + token).status()).isEqualTo(404);
    assertThat(get(demo, KEYS + "/x/revoke").status()).isEqualTo(404);
    assertThat(get(demo, KEYS).body()).contains("You have 1 of 25 keys.");
  }

  private Answer signIn(SandboxUser user) {
    return client.postForm(
        "/account/sign-in", Device.form("username", user.username(), "password", user.password()));
  }

  private Answer get(String cookie, String path) {
    return SandboxClient.answer(client.request(path).header("Cookie", cookie).build());
  }

  private Answer post(String cookie, String path, String form) {
    return SandboxClient.answer(
        client
            .request(path)
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private static String cookie(Answer signedIn) {
    return signedIn.header("Set-Cookie").split(";", 2)[0];
  }

  private static String token(Answer page) {
    Matcher token = TOKEN.matcher(page.body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}
