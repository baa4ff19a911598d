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
@OnEachDatabase
class AccountPagesTest {
  private static final String KEYS = "/account/api-keys";
  private static final Pattern REVOKE =
      Pattern.compile("href=\"(/account/api-keys/[^\"]+/revoke)\"");
  private final TestClock clock = new TestClock();
  private final Sandbox sandbox;
  private final SandboxClient client;
  private final AccountPages pages;

  AccountPagesTest(TestDatabase database) {
    sandbox = Sandbox.start(database.in(SandboxOptions.defaults().withClock(clock)));
    client = SandboxClient.of(sandbox.url());
    pages = new AccountPages(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void givesACookieThatNeitherScriptsNorOtherSitesGet() {
    Answer answer = pages.tryToSignIn(Users.DEMO.username(), Users.DEMO.password());
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(KEYS);
    assertThat(answer.header("Set-Cookie"))
        .matches("latchkey_session=[\\w-]{43}; Path=/account; HttpOnly; SameSite=Strict");
  }

  @Test
  void showsNothingToStrangers() {
    for (String cookie : new String[] {"", "latchkey_session=x"}) {
      Answer answer = pages.get(cookie, KEYS);
      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.header("Location")).isEqualTo("/account/sign-in");
    }
    assertThat(pages.post("", KEYS, "name=x").status()).isEqualTo(303);
    assertThat(new Gofigr(sandbox).loggedIn(Users.DEMO).get(Gofigr.KEYS).array()).isEmpty();
  }

  @Test
  void forgetsWhoHasBeenIdleForHalfAnHour() {
    String cookie = pages.signIn(Users.DEMO);
    clock.advance(Duration.ofMinutes(29));
    assertThat(pages.get(cookie, KEYS).status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(29));
    assertThat(pages.get(cookie, KEYS).status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(30));
    assertThat(pages.get(cookie, KEYS).status()).isEqualTo(303);
  }

  @Test
  void endsTheSessionOfWhoSignsOut() {
    String cookie = pages.signIn(Users.DEMO);
    String form = "csrf=" + AccountPages.token(pages.get(cookie, KEYS));
    assertThat(pages.post(cookie, "/account/sign-out", form).header("Set-Cookie"))
        .contains("Max-Age=0");
    assertThat(pages.get(cookie, KEYS).status()).isEqualTo(303);
  }

  @Test
  void takesOnlyFormsOfTheSession() {
    String cookie = pages.signIn(Users.DEMO);
    String others = AccountPages.token(pages.get(pages.signIn(Users.DEMO), KEYS));
    for (String form : new String[] {"name=x", "name=x&csrf=", "name=x&csrf=" + others}) {
      assertThat(pages.post(cookie, KEYS, form).status()).isEqualTo(403);
    }
    assertThat(pages.get(cookie, KEYS).body()).contains("None yet.");
  }

  @Test
  void takesNoFormFromAnotherSite() {
    String cookie = pages.signIn(Users.DEMO);
    String form = "name=x&csrf=" + AccountPages.token(pages.get(cookie, KEYS));
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
    String cookie = pages.signIn(Users.DEMO);
    String form = "name=laptop&csrf=" + AccountPages.token(pages.get(cookie, KEYS));
    assertThat(pages.post(cookie, KEYS, form).header("Location")).isEqualTo(KEYS);
    Answer once = pages.get(cookie, KEYS);
    assertThat(once.body()).contains("value=\"lk_", "You have 1 of 25 keys.");
    assertThat(once.header("Cache-Control")).isEqualTo("no-store");
    assertThat(pages.get(cookie, KEYS).body()).doesNotContain("lk_").contains("laptop");
  }

  @Test
  void makesNoMoreThanTheLimit() {
    SandboxClient demo = new Gofigr(sandbox).loggedIn(Users.DEMO);
    for (int i = 0; i < 25; i++) {
      demo.post(Gofigr.KEYS, json("name", "key " + i));
    }
    String cookie = pages.signIn(Users.DEMO);
    Answer page = pages.get(cookie, KEYS);
    assertThat(page.body()).contains("You have 25 of 25 keys.").doesNotContain("id=\"name\"");
    Answer refused = pages.post(cookie, KEYS, "name=x&csrf=" + AccountPages.token(page));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("Revoke one first");
  }

  @Test
  void refusesANameThatIsNone() {
    String cookie = pages.signIn(Users.DEMO);
    String token = AccountPages.token(pages.get(cookie, KEYS));
    for (String name : new String[] {"", "+", "x".repeat(256)}) {
      Answer refused = pages.post(cookie, KEYS, "name=" + name + "&csrf=" + token);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("role=\"alert\"");
    }
  }

  @Test
  void hidesOnesKeysFromOthers() {
    String demo = pages.signIn(Users.DEMO);
    pages.post(demo, KEYS, "name=mine&csrf=" + AccountPages.token(pages.get(demo, KEYS)));
    Matcher revoke = REVOKE.matcher(pages.get(demo, KEYS).body());
    assertThat(revoke.find()).isTrue();
    String alice = pages.signIn(Users.ALICE);
    String token = AccountPages.token(pages.get(alice, KEYS));
    assertThat(pages.get(alice, KEYS).body()).doesNotContain("mine");
    assertThat(pages.get(alice, revoke.group(1)).status()).isEqualTo(404);
    assertThat(pages.post(alice, revoke.group(1), "csrf=" + token).status()).isEqualTo(404);
    assertThat(pages.get(demo, KEYS + "/x/revoke").status()).isEqualTo(404);
    assertThat(pages.get(demo, KEYS).body()).contains("You have 1 of 25 keys.");
  }
}
