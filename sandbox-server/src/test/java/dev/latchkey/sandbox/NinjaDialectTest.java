package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.latchkey.sandbox.token.SigningKey;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where django-ninja-jwt as it comes differs from MGnify's use of it, and from simplejwt. */
class NinjaDialectTest {

  private static final String OBTAIN = Mgnify.BASE + "auth/sliding";

  @TempDir private Path directory = Path.of("");

  @Test
  void wordsItsAnswersItsOwnWay() {
    try (Sandbox sandbox = start(Dialect.NINJA)) {
      SandboxClient client = SandboxClient.of(sandbox.url());
      Mgnify service = new Mgnify(sandbox);
      Answer obtained = service.obtain("demo", "correct horse");
      assertThat(obtained.object().keySet()).containsExactly("username", "token");
      assertThat(obtained.text("username")).isEqualTo("demo");
      String token = obtained.text("token");
      assertThat(service.refresh(token).object().keySet()).containsExactly("token");
      assertThat(Claims.of(token).keySet()).contains("user_id").doesNotContain("username");

      Answer refused = service.obtain("demo", "wrong");
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.body())
          .isEqualTo(
              "{\"detail\":\"No active account found with the given credentials\","
                  + "\"code\":\"authentication_failed\"}");
      assertThat(refused.header("WWW-Authenticate")).isEmpty();
      Answer missing = client.post(OBTAIN, json("username", "demo"));
      assertThat(missing.status()).isEqualTo(400);
      assertThat(missing.body())
          .isEqualTo(
              "{\"detail\":\"Invalid input.\",\"code\":\"invalid\","
                  + "\"password\":\"password is required\"}");
      assertThat(client.get(OBTAIN).body()).isEqualTo("Method not allowed");
    }
  }

  /** The row "user gone" of the table of states: who looks users up, and when. */
  @ParameterizedTest
  @CsvSource({
    "MGNIFY, username, 200, 200",
    "NINJA, user_id, 200, 401",
    "SIMPLEJWT, user_id, 401, 401"
  })
  void looksUsersUp(Dialect dialect, String claim, int refresh, int use) {
    String token = tokenOfNobody(KnownKey.in(directory), claim);
    SandboxOptions options =
        SandboxOptions.defaults().withDialect(dialect).withDataDirectory(directory);
    try (Sandbox sandbox = Sandbox.start(options)) {
      Mgnify service = new Mgnify(sandbox);
      assertThat(service.verify(token).status()).isEqualTo(200);
      assertThat(service.refresh(token).status()).isEqualTo(refresh);
      Answer used = service.use(token);
      assertThat(used.status()).isEqualTo(use);
      assertThat(use == 200 || used.text("code").equals("user_not_found")).isTrue();
    }
  }

  private static String tokenOfNobody(SigningKey key, String claim) {
    long now = Instant.now().getEpochSecond();
    JsonObject claims = new JsonObject();
    claims.addProperty("token_type", "sliding");
    claims.addProperty("exp", now + 300);
    claims.addProperty("iat", now);
    claims.addProperty("jti", "1");
    claims.addProperty("refresh_exp", now + 300);
    claims.addProperty(claim, "nobody");
    return key.sign(claims);
  }

  private static Sandbox start(Dialect dialect) {
    return Sandbox.start(SandboxOptions.defaults().withDialect(dialect));
  }
}
