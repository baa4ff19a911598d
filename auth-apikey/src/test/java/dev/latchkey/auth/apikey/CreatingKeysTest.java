package dev.latchkey.auth.apikey;

import static dev.latchkey.auth.apikey.ApiKeyFixture.CREATE;
import static dev.latchkey.auth.apikey.ApiKeyFixture.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.CreatedApiKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent to make a key, and what comes of the answer. */
class CreatingKeysTest {

  private static final ApiKeyRequest LAPTOP = ApiKeyRequest.named("laptop");

  private final ApiKeyFixture fixture = new ApiKeyFixture();

  private CreatedApiKey create(ApiKeyRequest request) {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      return authenticator.create(request);
    }
  }

  private Map<String, Object> sent() {
    return fixture.context.exchange().callsInFull().get(1).fields();
  }

  @Test
  void givesTheSecretThatTheServerShowsOnce() {
    CreatedApiKey created = create(LAPTOP);
    assertThat(created.secret().reveal()).isEqualTo("canary-key-1");
    assertThat(created.key().id()).isEqualTo("id-1");
    assertThat(created.key().name()).isEqualTo("laptop");
    assertThat(created.toString()).doesNotContain("canary");
    assertThat(fixture.calls()).containsExactly(LOGIN, CREATE);
  }

  @Test
  void sendsNothingButTheNameOfAKeyWithoutLimits() {
    create(LAPTOP);
    assertThat(sent()).containsExactly(Map.entry("name", "laptop"));
  }

  @ParameterizedTest
  @CsvSource({
    "2030-01-02T03:04:05Z, 2030-01-02 03:04:05+00:00",
    "2030-01-02T03:04:05.000678Z, 2030-01-02 03:04:05.000678+00:00",
    "2030-01-02T03:04:05.5Z, 2030-01-02 03:04:05.500000+00:00",
    "2029-12-31T23:59:59.999999999Z, 2029-12-31 23:59:59.999999+00:00"
  })
  void sendsTheExpiryAsPythonWritesIt(Instant expiry, String expected) {
    create(new ApiKeyRequest("ci", Optional.of(expiry), Optional.of("5caa8dc1")));
    assertThat(sent())
        .containsOnly(
            Map.entry("name", "ci"),
            Map.entry("expiry", expected),
            Map.entry("workspace", "5caa8dc1"));
  }

  @Test
  void saysWhatToDoAboutTheTwentySixthKey() {
    try (ApiKeyAuthenticator authenticator = fixture.authenticator()) {
      for (int i = 1; i <= 25; i++) {
        authenticator.create(ApiKeyRequest.named("same name"));
      }
      assertThatExceptionOfType(ApiKeyException.class)
          .isThrownBy(() -> authenticator.create(LAPTOP))
          .withMessage(
              "Could not create the API key 'laptop': the server says: You can have at most 25 API"
                  + " keys. (status 400). You have 25 keys, and 25 are the most: find one to give"
                  + " up with 'latchkey keys list', and revoke it with 'latchkey keys revoke ID'.")
          .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    }
  }

  @Test
  void repeatsWhatTheServerSaysOfAField() {
    fixture.answering(AuthReply.of(400, Map.of("name", List.of("Too long."))));
    assertThatExceptionOfType(ApiKeyException.class)
        .isThrownBy(() -> create(LAPTOP))
        .withMessageContaining("the server says: name: Too long. (status 400)");
  }

  @Test
  void saysWhyManagingIsForbidden() {
    fixture.answering(
        AuthReply.of(403, Map.of("detail", "API keys cannot be managed with an API key.")));
    assertThatExceptionOfType(ApiKeyException.class)
        .isThrownBy(() -> create(LAPTOP))
        .withMessageContaining("API keys cannot be managed with an API key. (status 403)")
        .withMessageContaining("a login by device, not with a key");
  }

  @Test
  void takesAMissingEndpointForNoMissingKey() {
    fixture.answering(AuthReply.of(404, Map.of("detail", "Not found.")));
    assertThatExceptionOfType(ApiKeyException.class)
        .isThrownBy(() -> create(LAPTOP))
        .withMessageContaining("the server says: Not found. (status 404)")
        .withMessageNotContaining("no such key");
  }

  @Test
  void saysWhatToSetWhereTheEndpointIsUnknown() {
    fixture.without("keys-path");
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> create(LAPTOP))
        .withMessageContaining("Profile 'test'")
        .withMessageContaining("set keys-path");
    assertThat(fixture.calls()).isEmpty();
  }
}
