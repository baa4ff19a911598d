package dev.latchkey.auth.apikey;

import static dev.latchkey.auth.apikey.ApiKeyFixture.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.AuthReply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which key is shown or revoked, and that no other is. */
class RevokingKeysTest {

  private final ApiKeyFixture fixture = new ApiKeyFixture();

  private void revoke(String id) {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      authenticator.revoke(id);
    }
  }

  @Test
  void revokesExactlyTheOneThatIsNamed() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      authenticator.create(ApiKeyRequest.named("laptop"));
      authenticator.create(ApiKeyRequest.named("server"));
      authenticator.revoke("id-1");
    }
    assertThat(fixture.server.keys).containsOnlyKeys("api_key/id-2/");
  }

  @ParameterizedTest
  @CsvSource({
    "../x, DELETE api_key/..%2Fx/",
    "a b+c, DELETE api_key/a%20b%2Bc/",
    "x?all=1#y, DELETE api_key/x%3Fall%3D1%23y/",
    "%2e%2e, DELETE api_key/%252e%252e/",
    "é, DELETE api_key/%C3%A9/",
    "..., DELETE api_key/.../",
    "'x\r\ny', DELETE api_key/x%0D%0Ay/"
  })
  void keepsTheIdWithinItsSegmentOfThePath(String id, String call) {
    fixture.answering(AuthReply.of(204, null));
    revoke(id);
    assertThat(fixture.calls()).containsExactly(LOGIN, call);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void refusesWhatWouldNameAnotherPathWithoutCallingAnybody(String id) {
    assertThatExceptionOfType(ApiKeyException.class)
        .isThrownBy(() -> revoke(id))
        .withMessageContaining("there is no such key among yours");
    assertThat(fixture.calls()).isEmpty();
  }

  @Test
  void findsTheKeyBelowAPathWithoutATrailingSlash() {
    fixture.with("keys-path", "v2/keys").answering(AuthReply.of(204, null));
    revoke("id-1");
    assertThat(fixture.calls()).containsExactly(LOGIN, "DELETE v2/keys/id-1");
  }

  @Test
  void saysThatThereIsNoSuchKey() {
    assertThatExceptionOfType(ApiKeyException.class)
        .isThrownBy(() -> revoke("id-9"))
        .withMessage(
            "Could not revoke the API key id-9: there is no such key among yours (status 404).");
  }

  @Test
  void isShownByItsIdWithoutItsSecret() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      authenticator.create(ApiKeyRequest.named("laptop"));
      assertThat(authenticator.get("id-1").name()).isEqualTo("laptop");
      for (String unknown : new String[] {"id-9", "", ".."}) {
        assertThatExceptionOfType(ApiKeyException.class)
            .isThrownBy(() -> authenticator.get(unknown))
            .withMessageContaining("Could not show the API key " + unknown)
            .withMessageContaining("there is no such key among yours")
            .satisfies(e -> assertThat(e.status()).isEqualTo(404));
      }
    }
    assertThat(fixture.calls()).contains("GET api_key/id-1/", "GET api_key/id-9/");
  }

  @Test
  void repeatsWhyTheServerForbidsIt() {
    fixture.answering(AuthReply.of(403, Map.of("detail", "Not with a key.")));
    assertThatExceptionOfType(ApiKeyException.class)
        .isThrownBy(() -> revoke("id-1"))
        .withMessageContaining("the server says: Not with a key. (status 403)");
  }

  @Test
  void takesOnlyStatus204ForDone() {
    fixture.answering(AuthReply.of(200, Map.of()));
    assertThatExceptionOfType(ApiKeyException.class)
        .isThrownBy(() -> revoke("id-1"))
        .withMessageContaining("(status 200)");
  }
}
