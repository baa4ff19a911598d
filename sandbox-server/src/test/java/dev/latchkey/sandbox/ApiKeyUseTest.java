package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key may do, and what is said of a bad one. */
@OnEachDatabase
class ApiKeyUseTest {
  private static final String USER = Gofigr.API + "user";
  private final TestClock clock = new TestClock();
  private final Sandbox sandbox;
  private final Gofigr gofigr;
  private final SandboxClient demo;

  ApiKeyUseTest(TestDatabase database) {
    sandbox = Sandbox.start(database.in(SandboxOptions.defaults().withClock(clock)));
    gofigr = new Gofigr(sandbox);
    demo = gofigr.loggedIn(Users.DEMO);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void actsAsItsOwner() {
    SandboxClient key = gofigr.withKey(make("laptop").text("token"));
    assertThat(key.get(USER).body()).contains("\"username\":\"demo\"");
    assertThat(key.get(Gofigr.API + "workspace/").body())
        .isEqualTo(demo.get(Gofigr.API + "workspace/").body());
  }

  @Test
  void canNeitherMakeNorRevokeKeys() {
    Answer made = make("laptop");
    SandboxClient key = gofigr.withKey(made.text("token"));
    Answer refused = key.post(Gofigr.KEYS, json("name", "no"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body())
        .isEqualTo("{\"detail\":\"API keys cannot be managed with an API key.\"}");
    assertThat(key.delete(Gofigr.KEYS + made.text("api_id") + "/").status()).isEqualTo(403);
    assertThat(key.get(USER).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bogus", "lk_", "lk_000000000000_00000000000000000000000000000000000000"})
  void saysNothingMoreOfAnUnknownKey(String key) {
    Answer answer = gofigr.withKey(key).get(USER);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body())
        .isEqualTo("{\"detail\":\"Invalid token.\",\"code\":\"authentication_failed\"}");
  }

  @Test
  void refusesAKeyWithAnyLetterChanged() {
    String key = make("laptop").text("token");
    for (int i = 0; i < key.length(); i++) {
      char other = key.charAt(i) == 'x' ? 'y' : 'x';
      String changed = key.substring(0, i) + other + key.substring(i + 1);
      assertThat(gofigr.withKey(changed).get(USER).status()).isEqualTo(401);
    }
  }

  @Test
  void tellsTheHolderThatAKeyWasRevoked() {
    Answer made = make("laptop");
    demo.delete(Gofigr.KEYS + made.text("api_id") + "/");
    assertRefused(made, "Invalid token. This API key was revoked.");
  }

  @Test
  void tellsTheHolderThatAKeyHasExpired() {
    Answer made = demo.post(Gofigr.KEYS, json("name", "ci", "expiry", "2026-11-21 13:00:00+00:00"));
    SandboxClient key = gofigr.withKey(made.text("token"));
    clock.advance(Duration.ofHours(1).minusMillis(1));
    assertThat(key.get(USER).status()).isEqualTo(200);
    clock.advance(Duration.ofMillis(1));
    assertRefused(made, "Invalid token. This API key has expired.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Token", "Token a b", "token a b c"})
  void refusesAHeaderWithoutExactlyOneKey(String header) {
    Answer answer = gofigr.anonymous().with(header).get(USER);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("code")).isEqualTo("authentication_failed");
  }

  @Test
  void notesWhenAKeyWasLastUsed() {
    Answer made = make("laptop");
    assertThat(lastUsed(made)).isEqualTo("null");
    clock.advance(Duration.ofSeconds(5));
    gofigr.withKey(made.text("token")).get(USER);
    assertThat(lastUsed(made)).isEqualTo("\"2026-11-21T12:00:05+00:00\"");
  }

  @Test
  void neverMovesTheLastUseBack() {
    Answer made = make("laptop");
    clock.advance(Duration.ofSeconds(5));
    gofigr.withKey(made.text("token")).get(USER);
    clock.advance(Duration.ofSeconds(-3));
    gofigr.withKey(made.text("token")).get(USER);
    assertThat(lastUsed(made)).isEqualTo("\"2026-11-21T12:00:05+00:00\"");
  }

  @Test
  void doesNotCountARefusedUse() {
    Answer made = make("laptop");
    String key = made.text("token");
    gofigr.withKey(key.substring(0, key.length() - 1)).get(USER);
    assertThat(lastUsed(made)).isEqualTo("null");
  }

  private Answer make(String name) {
    return demo.post(Gofigr.KEYS, json("name", name));
  }

  private String lastUsed(Answer made) {
    return demo.get(Gofigr.KEYS + made.text("api_id") + "/").object().get("last_used").toString();
  }

  private void assertRefused(Answer made, String detail) {
    Answer answer = gofigr.withKey(made.text("token")).get(USER);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("detail")).isEqualTo(detail);
    assertThat(answer.text("code")).isEqualTo("authentication_failed");
  }
}
