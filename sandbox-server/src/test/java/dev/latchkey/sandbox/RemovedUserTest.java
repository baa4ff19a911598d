package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left of a user who was removed. */
@OnEachDatabase
class RemovedUserTest {
  private static final String USER = Gofigr.API + "user";
  private static final String PAGE = "/account/api-keys";

  private final SandboxOptions options;
  private Sandbox sandbox;

  RemovedUserTest(TestDatabase database) {
    options = database.in(SandboxOptions.defaults());
    sandbox = Sandbox.start(options);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void neitherLogsInNorIsFound() {
    Gofigr gofigr = new Gofigr(sandbox);
    SandboxClient demo = gofigr.loggedIn(Users.DEMO);
    SandboxClient key =
        gofigr.withKey(demo.post(Gofigr.KEYS, json("name", "laptop")).text("token"));
    sandbox.removeUser("demo");
    assertThat(gofigr.pair(Users.DEMO).status()).isEqualTo(401);
    assertThat(demo.get(USER).text("code")).isEqualTo("user_not_found");
    assertThat(key.get(USER).text("detail")).isEqualTo("User not found");
    assertThat(gofigr.loggedIn(Users.ALICE).get(USER + "/demo").status()).isEqualTo(404);
    assertThat(sandbox.users()).doesNotContain(Users.DEMO).contains(Users.ALICE);
  }

  @Test
  void isNoLongerSignedIn() {
    AccountPages pages = new AccountPages(sandbox);
    String cookie = pages.signIn(Users.DEMO);
    sandbox.removeUser("demo");
    assertThat(pages.get(cookie, PAGE).status()).isEqualTo(303);
  }

  @Test
  void isUnknownToTheNextRemoval() {
    sandbox.removeUser("demo");
    assertThatIllegalArgumentException().isThrownBy(() -> sandbox.removeUser("demo"));
    assertThatIllegalArgumentException().isThrownBy(() -> sandbox.removeUser("nobody\0"));
  }

  @Test
  void usesATokenOnWhereNobodyLooksUsersUp() {
    assertStates(options, 200, 200, 200);
  }

  @Test
  void usesNoTokenWithNinja() {
    assertStates(options.withDialect(Dialect.NINJA), 200, 200, 401);
  }

  @Test
  void neitherUsesNorRefreshesATokenWithSimplejwt() {
    assertStates(options.withDialect(Dialect.SIMPLEJWT), 200, 401, 401);
  }

  private void assertStates(SandboxOptions in, int verify, int refresh, int use) {
    sandbox.close();
    sandbox = Sandbox.start(in);
    Mgnify mgnify = new Mgnify(sandbox);
    String token = mgnify.login(Users.WEBIN);
    sandbox.removeUser(Users.WEBIN.username());
    assertThat(mgnify.verify(token).status()).as("verify").isEqualTo(verify);
    assertThat(mgnify.refresh(token).status()).as("refresh").isEqualTo(refresh);
    assertThat(mgnify.use(token).status()).as("use").isEqualTo(use);
    assertThat(mgnify.obtain(Users.WEBIN.username(), Users.WEBIN.password()).status())
        .isEqualTo(401);
  }
}
