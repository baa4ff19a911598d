package dev.latchkey.client.internal.cache;

import static dev.latchkey.client.internal.cache.Ground.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Placement;
import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.FakeAuthenticator;
import dev.latchkey.client.internal.pipeline.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody gets what was kept for somebody else, and no credential is kept. */
class UsersTest {

  private static final Map<String, String> FRESH = Map.of("Cache-Control", "max-age=60");

  private final Ground ground;

  UsersTest(@TempDir Path directory) {
    this.ground = new Ground(directory);
    // As servers are: each gets what is his.
    ground.answers(call -> reply(200, FRESH, owner(call)));
  }

  private static String owner(Call call) {
    return call.credential()
        .map(credential -> credential.reveal().replaceAll("Bearer canary-|-\\d+$", ""))
        .orElse("nobody");
  }

  @Test
  void keepsTheResponsesOfUsersApart() {
    User other = new User("Webin-2");
    assertThat(ground.get().text()).isEqualTo("Webin-1");
    assertThat(ground.get(other).text()).isEqualTo("Webin-2");
    assertThat(ground.client(other).send(Call.of("GET", Ground.URL).anonymously()).text())
        .isEqualTo("nobody");
    assertThat(ground.get().text()).isEqualTo("Webin-1");
    assertThat(ground.asked).hasSize(3);
  }

  @Test
  void followsAUserWhoseTokenIsRenewedAndNotOneWhoBecomesAnother() {
    ground.get();
    ground.user.renews();
    assertThat(ground.get().text()).isEqualTo("Webin-1");
    assertThat(ground.asked).hasSize(1);
    ground.user.becomes("Webin-2");
    assertThat(ground.get().text()).isEqualTo("Webin-2");
    ground.user.becomes("Webin-1");
    assertThat(ground.get().text()).isEqualTo("Webin-1");
    assertThat(ground.asked).hasSize(2);
  }

  @Test
  void staysOutOfItWhileSomebodyBecomesAnother() {
    ground.get();
    User changing =
        new User("Webin-2") {
          @Override
          public AuthStatus status() {
            becomes("Webin-1");
            return super.status();
          }
        };
    assertThat(ground.get(changing).text()).isEqualTo("Webin-2");
    assertThat(ground.get().text()).isEqualTo("Webin-1");
    assertThat(ground.asked).hasSize(2);
  }

  @Test
  void knowsThoseWithoutANameByTheirKeys() {
    FakeAuthenticator key = new FakeAuthenticator(new Placement.Header("X-Api-Key", ""));
    ground.get(key);
    ground.get(key);
    assertThat(ground.asked).hasSize(1);
    ground.get();
    assertThat(ground.asked).hasSize(2);
  }

  @Test
  void keepsNoCredentialAndNoName() throws IOException {
    Map<String, String> headers =
        Map.of(
            "ETag", "\"1\"",
            "Vary", "Authorization, X-Mine",
            "Set-Cookie", "id=canary",
            "WWW-Authenticate", "Bearer canary",
            "Connection", "X-Hop",
            "X-Hop", "canary",
            "Transfer-Encoding", "chunked");
    ground.answers(reply(200, headers, "one"));
    Call call = Call.of("GET", Ground.URL.resolve("?q=canary")).withHeader("X-Mine", "canary");
    ground.client(ground.user).send(call);
    assertThat(ground.files()).hasSize(1);
    String file = ground.files().get(0) + Files.readString(ground.files().get(0));
    assertThat(file)
        .contains("ETag", "one")
        .doesNotContain("canary", "Webin", "Set-Cookie", "Transfer-Encoding");
    Reply echo = reply(200, FRESH, "You are " + ground.user.token());
    ground.answers(echo);
    ground.get();
    assertThat(ground.files()).hasSize(1);
    assertThat(Files.readString(ground.files().get(0), StandardCharsets.UTF_8))
        .doesNotContain("canary");
  }

  @Test
  void forgetsThePresentUserAndNoOther() throws IOException {
    ground.get();
    User other = new User("Webin-2");
    ground.get(other);
    assertThat(ground.cache().clear(ground.user, Ground.ORIGIN)).isEqualTo(1);
    assertThat(ground.cache().clear(ground.user, Ground.ORIGIN)).isZero();
    ground.get(other);
    assertThat(ground.asked).hasSize(2);
    ground.get();
    assertThat(ground.asked).hasSize(3);
  }

  @Test
  void forgetsAllUsersWhereThereIsNoTellingWhoIsThere() throws IOException {
    ground.get();
    ground.get(new User("Webin-2"));
    ground.user.leaves();
    assertThat(ground.cache().clear(ground.user, Ground.ORIGIN)).isEqualTo(2);
    assertThat(ground.files()).isEmpty();
  }
}
