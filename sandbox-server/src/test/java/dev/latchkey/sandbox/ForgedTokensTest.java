package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.latchkey.sandbox.token.SigningKey;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing but the server's own HS256 signature makes a token good, in either refresh mode. */
class ForgedTokensTest {
  private byte[] secret = {};
  private List<Sandbox> sandboxes = List.of();

  @BeforeEach
  void start(@TempDir Path directory) {
    secret = KnownKey.secret(directory);
    sandboxes = List.of(Sandbox.start(SandboxOptions.defaults().withDataDirectory(directory)));
  }

  @AfterEach
  void stop() {
    sandboxes.forEach(Sandbox::close);
  }

  @Test
  void acceptsATokenSignedWithTheServersKey() {
    assertThat(mgnify().use(new SigningKey(secret).sign(claims())).status()).isEqualTo(200);
  }

  @Test
  void refusesATokenWithoutASignature() {
    String claims = Claims.encode(claims().toString());
    String header = Claims.encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    assertRefused(header + "." + claims + ".");
    assertRefused(header + "." + claims + "." + genuine().split("\\.", -1)[2]);
  }

  @Test
  void refusesAnotherAlgorithmWithTheSameKey() throws JOSEException {
    byte[] doubled = Arrays.copyOf(secret, 64);
    JWSObject token =
        new JWSObject(new JWSHeader(JWSAlgorithm.HS512), new Payload(claims().toString()));
    token.sign(new MACSigner(doubled));
    assertRefused(token.serialize());
  }

  /** Jetty remembers a connection's headers, and by default cares for nothing but letters. */
  @Test
  void refusesATokenThatDiffersInCaseFromTheOneBefore() {
    String token = genuine();
    assertThat(mgnify().use(token).status()).isEqualTo(200);
    assertThat(mgnify().use(token.toLowerCase(Locale.ROOT)).status()).isEqualTo(401);
  }

  @Test
  void refusesAnotherKey() {
    assertRefused(new SigningKey(new byte[32]).sign(claims()));
  }

  @Test
  void refusesChangedClaims() {
    String[] parts = genuine().split("\\.", -1);
    JsonObject claims = claims();
    claims.addProperty("username", "Webin-54321");
    assertRefused(parts[0] + "." + Claims.encode(claims.toString()) + "." + parts[2]);
  }

  @Test
  void refusesEveryOtherSpellingOfTheSignature() {
    String token = genuine();
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    String body = token.substring(0, token.length() - 1);
    char last = token.charAt(token.length() - 1);
    for (int i = 0; i < alphabet.length(); i++) {
      char other = alphabet.charAt(i);
      int expected = other == last ? 200 : 401;
      assertThat(mgnify().verify(body + other).status()).isEqualTo(expected);
    }
  }

  @Test
  void refusesATokenWithAnythingAroundIt() {
    assertRefused(genuine() + "=");
    assertRefused(" " + genuine());
    assertRefused(genuine() + ".x");
  }

  @ParameterizedTest
  @EnumSource(RefreshMode.class)
  void refusesToRefreshAForgedToken(RefreshMode mode) {
    try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withRefreshMode(mode))) {
      Answer answer = new Mgnify(other).refresh(genuine());
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text("code")).isEqualTo("token_not_valid");
    }
  }

  private Mgnify mgnify() {
    return new Mgnify(sandboxes.get(0));
  }

  private String genuine() {
    return mgnify().login(Users.WEBIN);
  }

  private JsonObject claims() {
    return Claims.of(genuine());
  }

  private void assertRefused(String token) {
    assertThat(mgnify().verify(token).status()).as("verify").isEqualTo(401);
    assertThat(mgnify().refresh(token).status()).as("refresh").isEqualTo(401);
    assertThat(mgnify().use(token).status()).as("use").isEqualTo(401);
  }
}
