package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.latchkey.sandbox.token.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void refusesAKeyThatTheTokenBringsAlong() throws JOSEException {
    RSAKey key = new RSAKeyGenerator(2048).generate();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(key.toPublicJWK()).build();
    JWSObject token = new JWSObject(header, new Payload(claims().toString()));
    token.sign(new RSASSASigner(key));
    assertRefused(token.serialize());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../../dev/null", "/dev/null", "' UNION SELECT 'x"})
  void refusesAKeyThatTheTokenNames(String id) throws JOSEException {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(id).build();
    JWSObject token = new JWSObject(header, new Payload(claims().toString()));
    token.sign(new MACSigner(new byte[32]));
    assertRefused(token.serialize());
  }

  /** What a server falls for that takes the algorithm from the token. */
  @Test
  void refusesItsOwnKeyUnderTheNameOfAnotherAlgorithm() throws GeneralSecurityException {
    String signed =
        Claims.encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
            + "."
            + Claims.encode(claims().toString());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
    assertRefused(signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
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
