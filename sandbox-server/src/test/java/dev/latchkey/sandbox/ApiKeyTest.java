package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Making, listing and revoking keys. */
@OnEachDatabase
class ApiKeyTest {
  private final Sandbox sandbox;
  private final Gofigr gofigr;
  private final SandboxClient demo;

  ApiKeyTest(TestDatabase database) {
    sandbox = Sandbox.start(database.in(SandboxOptions.defaults().withClock(new TestClock())));
    gofigr = new Gofigr(sandbox);
    demo = gofigr.loggedIn(Users.DEMO);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void showsAKeyOnceWhenItIsMade() {
    Answer made = demo.post(Gofigr.KEYS, json("name", "laptop"));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.object().keySet())
        .containsExactly("api_id", "name", "token", "created", "last_used", "expiry", "workspace");
    assertThat(made.text("token")).matches("lk_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}");
    assertThat(made.text("created")).isEqualTo("2026-11-21T12:00:00+00:00");
    assertThat(made.header("Cache-Control")).isEqualTo("no-store");

    JsonObject shown = demo.get(Gofigr.KEYS + made.text("api_id") + "/").object();
    JsonObject listed = demo.get(Gofigr.KEYS).array().get(0).getAsJsonObject();
    assertThat(shown.get("token").isJsonNull()).isTrue();
    assertThat(listed).isEqualTo(shown);
  }

  @Test
  void startsWithNoKeys() {
    assertThat(demo.get(Gofigr.KEYS).body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "2030-01-02 03:04:05+00:00, 2030-01-02T03:04:05+00:00",
    "2030-01-02T03:04:05Z, 2030-01-02T03:04:05+00:00",
    "2030-01-02 03:04:05.000678+00:00, 2030-01-02T03:04:05.000678+00:00",
    "2030-01-02 03:04:05+02:00, 2030-01-02T01:04:05+00:00",
    "2030-01-02 03:04:05, 2030-01-02T03:04:05+00:00"
  })
  void readsAnExpiryAsPythonWritesIt(String sent, String shown) {
    Answer made = demo.post(Gofigr.KEYS, json("name", "ci", "expiry", sent));
    assertThat(made.text("expiry")).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soon",
        "2030-02-30 00:00:00",
        "2030-01-02",
        "2020-01-01 00:00:00+00:00",
        "9999-12-31 23:59:59-18:00",
        "+99999-01-01 00:00:00"
      })
  void refusesAnExpiryThatIsNoFutureDate(String expiry) {
    Answer answer = demo.post(Gofigr.KEYS, json("name", "ci", "expiry", expiry));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.object().keySet()).containsExactly("expiry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\" \"}", "{\"name\":null}"})
  void needsAName(String body) {
    Answer answer = demo.post(Gofigr.KEYS, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"name\":[\"This field is required.\"]}");
  }

  @Test
  void refusesANameThatDoesNotFit() {
    assertThat(demo.post(Gofigr.KEYS, json("name", "n".repeat(256))).status()).isEqualTo(400);
    assertThat(demo.post(Gofigr.KEYS, json("name", "n".repeat(255))).status()).isEqualTo(201);
  }

  @Test
  void revokesAKeyForGood() {
    Answer made = demo.post(Gofigr.KEYS, json("name", "laptop"));
    String path = Gofigr.KEYS + made.text("api_id") + "/";
    SandboxClient key = gofigr.withKey(made.text("token"));
    assertThat(key.get(Gofigr.API + "user").status()).isEqualTo(200);

    Answer revoked = demo.delete(path);
    assertThat(revoked.status()).isEqualTo(204);
    assertThat(revoked.body()).isEmpty();
    assertThat(key.get(Gofigr.API + "user").status()).isEqualTo(401);
    assertThat(demo.delete(path).body()).isEqualTo("{\"detail\":\"Not found.\"}");
    assertThat(demo.get(Gofigr.KEYS).body()).isEqualTo("[]");
  }

  @Test
  void hidesAKeyFromOtherUsers() {
    Answer made = demo.post(Gofigr.KEYS, json("name", "laptop"));
    String path = Gofigr.KEYS + made.text("api_id") + "/";
    SandboxClient alice = gofigr.loggedIn(Users.ALICE);
    assertThat(alice.get(path).status()).isEqualTo(404);
    assertThat(alice.delete(path).status()).isEqualTo(404);
    assertThat(alice.get(Gofigr.KEYS).body()).isEqualTo("[]");
    assertThat(demo.get(path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000"})
  void findsNoKeyUnderAnythingElse(String id) {
    assertThat(demo.get(Gofigr.KEYS + id + "/").status()).isEqualTo(404);
  }

  @Test
  void refusesOtherMethodsAsDjangoDoes() {
    Answer answer = demo.put(Gofigr.KEYS, "{}");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.text("detail")).isEqualTo("Method \"PUT\" not allowed.");
  }
}
