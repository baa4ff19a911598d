package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.latchkey.sandbox.token.SigningKey;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Well-signed tokens with claims that no login makes. */
class OddClaimsTest {
  private static SigningKey key = new SigningKey(new byte[32]);
  private static Sandbox sandbox = Sandbox.start();

  @BeforeAll
  static void start(@TempDir Path directory) {
    sandbox.close();
    key = KnownKey.in(directory);
    sandbox = Sandbox.start(SandboxOptions.defaults().withDataDirectory(directory));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void failsOnAnEndFarBeyondTheCalendar() {
    assertStates("refresh_exp", new JsonPrimitive(9e18), 200, 500, 200);
    assertStates("exp", new JsonPrimitive(9e18), 500, 500, 500);
  }

  @Test
  void refusesAnEndThatIsNoNumberAtAll() {
    assertStates("exp", new JsonPrimitive("soon"), 401, 401, 401);
    assertStates("exp", JsonNull.INSTANCE, 401, 401, 401);
  }

  @Test
  void refusesADateOfIssueThatIsNoNumber() {
    assertStates("iat", new JsonPrimitive("yesterday"), 401, 401, 401);
  }

  @Test
  void refusesATokenNotValidYet() {
    assertStates("nbf", new JsonPrimitive(9_999_999_999L), 401, 401, 401);
  }

  @Test
  void verifiesAnyTypeButUsesOnlySlidingOnes() {
    assertStates("token_type", new JsonPrimitive("refresh"), 200, 401, 401);
    assertStates("token_type", new JsonPrimitive(1), 200, 401, 401);
  }

  @Test
  void acceptsAUserThatIsGone() {
    assertStates("username", new JsonPrimitive("Webin-404"), 200, 200, 200);
  }

  private static void assertStates(String claim, JsonElement value, int... expected) {
    Mgnify mgnify = new Mgnify(sandbox);
    JsonObject claims = Claims.of(mgnify.login(Users.WEBIN));
    claims.add(claim, value);
    String token = key.sign(claims);
    assertThat(mgnify.verify(token).status()).as("verify").isEqualTo(expected[0]);
    assertThat(mgnify.refresh(token).status()).as("refresh").isEqualTo(expected[1]);
    assertThat(mgnify.use(token).status()).as("use").isEqualTo(expected[2]);
  }
}
