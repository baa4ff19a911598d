package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of those who guess passwords. */
@Timeout(60)
class LoginLimitTest {
  private static final LoginLimit LIMIT = new LoginLimit(3, 7, Duration.ofMinutes(1));
  private static final String WRONG = "wrong";

  private final TestClock clock = new TestClock();
  private final SandboxOptions options =
      SandboxOptions.defaults().withClock(clock).withLoginLimit(LIMIT);
  private Sandbox sandbox = Sandbox.start(options);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "MGNIFY, Too many requests.",
    "NINJA, Too many requests.",
    "SIMPLEJWT, Request was throttled. Expected available in 30 seconds."
  })
  void refusesTheRightPasswordToo(Dialect dialect, String detail) {
    sandbox.close();
    sandbox = Sandbox.start(options.withDialect(dialect));
    guess("Webin-12345", 3);
    clock.advance(Duration.ofSeconds(30));
    Answer refused = login(Users.WEBIN.username(), Users.WEBIN.password());
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("30");
    assertThat(refused.body()).isEqualTo("{\"detail\":\"" + detail + "\"}");
    clock.advance(Duration.ofSeconds(30));
    assertThat(login(Users.WEBIN.username(), Users.WEBIN.password()).status()).isEqualTo(200);
  }

  @Test
  void tellsNobodyWhoseNameIsKnown() {
    for (int i = 0; i < 3; i++) {
      assertThat(login("nobody", WRONG).body()).isEqualTo(login("Webin-12345", WRONG).body());
    }
    Answer known = login("Webin-12345", WRONG);
    Answer unknown = login("nobody", WRONG);
    assertThat(known.status()).isEqualTo(429);
    assertThat(unknown.status()).isEqualTo(429);
    assertThat(unknown.body()).isEqualTo(known.body());
  }

  @Test
  void countsWhereverAPasswordCanBeTried() {
    Gofigr gofigr = new Gofigr(sandbox);
    SandboxUser guess = SandboxUser.of("demo", WRONG);
    AccountPages pages = new AccountPages(sandbox);
    Device device = new Device(sandbox);
    String code = Device.userCode(device.start());
    assertThat(gofigr.pair(guess).status()).isEqualTo(401);
    assertThat(pages.tryToSignIn("demo", WRONG).status()).isEqualTo(401);
    assertThat(approve(code, WRONG).status()).isEqualTo(401);

    Answer pair = gofigr.pair(Users.DEMO);
    assertThat(pair.status()).isEqualTo(429);
    assertThat(pair.text("detail"))
        .isEqualTo("Request was throttled. Expected available in 60 seconds.");
    for (Answer page :
        List.of(
            pages.tryToSignIn("demo", Users.DEMO.password()),
            approve(code, Users.DEMO.password()))) {
      assertThat(page.status()).isEqualTo(429);
      assertThat(page.header("Retry-After")).isEqualTo("60");
      assertThat(page.body()).contains("Too many logins have failed. Try again in 60 seconds.");
    }
    assertThat(gofigr.pair(Users.ALICE).status()).isEqualTo(200);
  }

  @Test
  void countsByAddressAsWell() {
    for (int i = 0; i < 7; i++) {
      guess("user-" + i, 1);
    }
    assertThat(login(Users.WEBIN.username(), Users.WEBIN.password()).status()).isEqualTo(429);
  }

  @Test
  void forgetsFailuresBeforeASuccess() {
    guess("Webin-12345", 2);
    assertThat(login(Users.WEBIN.username(), Users.WEBIN.password()).status()).isEqualTo(200);
    guess("Webin-12345", 2);
    assertThat(login(Users.WEBIN.username(), Users.WEBIN.password()).status()).isEqualTo(200);
  }

  @Test
  void looksAtNoMoreGuessesWhenTheyComeAtOnce() {
    assertThat(statuses(WRONG)).isEqualTo(Map.of(401, 3L, 429, 17L));
  }

  @Test
  void letsEverybodyInWhoComesAtOnceWithTheRightPassword() {
    assertThat(statuses(Users.WEBIN.password())).isEqualTo(Map.of(200, 20L));
  }

  @Test
  void isOffOnlyWhereNothingIsAtStake() {
    SandboxOptions toy = SandboxOptions.defaults();
    assertThat(toy.loginLimit()).isEqualTo(LoginLimit.none());
    assertThat(toy.withDataDirectory(Path.of("x")).loginLimit()).isEqualTo(LoginLimit.standard());
    assertThat(toy.withAddress(SandboxAddress.of("0.0.0.0")).loginLimit())
        .isEqualTo(LoginLimit.standard());
  }

  private Map<Integer, Long> statuses(String password) {
    SandboxClient client = SandboxClient.of(sandbox.url());
    String body = json("username", "Webin-12345", "password", password);
    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, 20)
            .mapToObj(i -> client.postLater(Mgnify.BASE + "auth/sliding", body))
            .toList();
    return sent.stream()
        .map(CompletableFuture::join)
        .collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
  }

  private void guess(String username, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(login(username, WRONG).status()).isEqualTo(401);
    }
  }

  private Answer login(String username, String password) {
    return new Mgnify(sandbox).obtain(username, password);
  }

  private Answer approve(String code, String password) {
    return SandboxClient.of(sandbox.url())
        .postForm(
            "/activate",
            Device.form(
                "user_code", code, "username", "demo", "password", password, "decision", "deny"));
  }
}
