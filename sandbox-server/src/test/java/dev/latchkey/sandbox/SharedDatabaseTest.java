package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two sandboxes on one database. */
@Timeout(120)
class SharedDatabaseTest {
  private static final String USER = Gofigr.API + "user";
  private static final String PAGE = "/account/api-keys";

  private final ExecutorService starting = Executors.newFixedThreadPool(2);
  private String name = "";
  private Sandbox one;
  private Sandbox other;

  /** Both at once, on a database that is still without tables. */
  @BeforeEach
  void startBoth() {
    PostgresServer.assumeInstalled();
    name = PostgresServer.running().newDatabase();
    SandboxOptions options =
        SandboxOptions.defaults().withDatabase(PostgresServer.running().database(name));
    CompletableFuture<Sandbox> first =
        CompletableFuture.supplyAsync(() -> Sandbox.start(options), starting);
    CompletableFuture<Sandbox> second =
        CompletableFuture.supplyAsync(() -> Sandbox.start(options), starting);
    one = first.join();
    other = second.join();
  }

  @AfterEach
  void stopBoth() throws InterruptedException {
    starting.shutdown();
    assertThat(starting.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    if (one != null) {
      one.close();
    }
    if (other != null) {
      other.close();
    }
  }

  @Test
  void takesTokensOfTheOther() {
    String sliding = new Mgnify(one).login(Users.WEBIN);
    assertThat(new Mgnify(other).use(sliding).status()).isEqualTo(200);
    assertThat(new Mgnify(other).refresh(sliding).status()).isEqualTo(200);
    String access = new Gofigr(other).pair(Users.DEMO).text("access");
    assertThat(SandboxClient.of(one.url()).with("Bearer " + access).get(USER).status())
        .isEqualTo(200);
  }

  @Test
  void holdsTheLimitOfKeysTogether() {
    SandboxClient here = new Gofigr(one).loggedIn(Users.DEMO);
    SandboxClient there = new Gofigr(other).loggedIn(Users.DEMO);
    List<CompletableFuture<Answer>> asked =
        IntStream.range(0, 50)
            .mapToObj(i -> (i % 2 == 0 ? here : there).postLater(Gofigr.KEYS, key(i)))
            .toList();
    var statuses =
        asked.stream()
            .map(CompletableFuture::join)
            .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    assertThat(statuses).containsOnlyKeys(201, 400).containsEntry(201, 25L);
    assertThat(there.get(Gofigr.KEYS).array()).hasSize(25);
  }

  @Test
  void refusesAtOnceWhatTheOtherRevoked() {
    SandboxClient demo = new Gofigr(one).loggedIn(Users.DEMO);
    for (int round = 0; round < 10; round++) {
      Answer made = demo.post(Gofigr.KEYS, key(round));
      SandboxClient key = new Gofigr(other).withKey(made.text("token"));
      assertThat(key.get(USER).status()).isEqualTo(200);
      assertThat(demo.delete(Gofigr.KEYS + made.text("api_id") + "/").status()).isEqualTo(204);
      assertThat(key.get(USER).status()).isEqualTo(401);
    }
  }

  @Test
  void answersWhileTheNoteOfAUseHasToWait() throws SQLException {
    SandboxClient demo = new Gofigr(one).loggedIn(Users.DEMO);
    Answer made = demo.post(Gofigr.KEYS, key(1));
    try (Connection connection = PostgresServer.running().connect(name);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT * FROM api_key FOR UPDATE");
      SandboxClient key = new Gofigr(one).withKey(made.text("token"));
      assertThat(key.get(USER).status()).isEqualTo(200);
      assertThat(key.get(USER).status()).isEqualTo(200);
      connection.rollback();
    }
    one.close();
    assertThat(new Gofigr(other).loggedIn(Users.DEMO).get(Gofigr.KEYS).body())
        .doesNotContain("\"last_used\":null");
  }

  @Test
  void knowsWhoSignedInAtTheOther() {
    AccountPages here = new AccountPages(one);
    AccountPages there = new AccountPages(other);
    String cookie = here.signIn(Users.DEMO);
    String form = "name=laptop&csrf=" + there.token(cookie, PAGE);
    assertThat(there.post(cookie, PAGE, form).status()).isEqualTo(303);
    assertThat(here.get(cookie, PAGE).body()).contains("value=\"lk_");
    assertThat(there.get(cookie, PAGE).body()).doesNotContain("lk_").contains("laptop");
    there.post(cookie, "/account/sign-out", "csrf=" + here.token(cookie, PAGE));
    assertThat(here.get(cookie, PAGE).status()).isEqualTo(303);
  }

  @Test
  void takesNoTextThatPostgresqlCannotKeep() {
    SandboxClient demo = new Gofigr(one).loggedIn(Users.DEMO);
    for (String odd : new String[] {"\\u0000", "a\\ud800"}) {
      assertThat(demo.post(Gofigr.KEYS, "{\"name\": \"" + odd + "\"}").status()).isEqualTo(400);
      String login = "{\"username\": \"" + odd + "\", \"password\": \"x\"}";
      assertThat(demo.post("/api/token/", login).status()).isEqualTo(400);
      assertThat(demo.post(Mgnify.BASE + "auth/sliding", login).status()).isBetween(400, 401);
    }
    assertThat(demo.get(USER + "/%00").status()).isBetween(400, 404);
  }

  @Test
  void leavesSomebodyElsesTablesAlone() {
    PostgresServer server = PostgresServer.running();
    server.execute("postgres", "CREATE TABLE IF NOT EXISTS theirs (id INTEGER)");
    SandboxOptions options = SandboxOptions.defaults().withDatabase(server.database("postgres"));
    assertThatThrownBy(() -> Sandbox.start(options))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining("jdbc:postgresql://127.0.0.1:")
        .hasMessageNotContaining(server.password());
  }

  private static String key(int number) {
    return json("name", "key " + number);
  }
}
