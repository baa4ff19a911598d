package dev.latchkey.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.testkit.FakeContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the key goes. */
class PlacementSettingsTest {

  private static Credential credential(Map<String, String> placement) {
    Map<String, String> settings = new HashMap<>(placement);
    settings.put("key", "abc");
    FakeContext context = new FakeContext().withSettings(settings);
    try (var authenticator = new ApiKeyProvider().create(context)) {
      return authenticator.credential(context.origin());
    }
  }

  @Test
  void isGofigrsUnlessSet() {
    Credential credential = credential(Map.of());
    assertThat(credential.placement()).isEqualTo(new Placement.Header("Authorization", "Token"));
    assertThat(credential.reveal()).isEqualTo("Token abc");
  }

  @Test
  void takesAnotherScheme() {
    assertThat(credential(Map.of("scheme", "ApiKey")).reveal()).isEqualTo("ApiKey abc");
  }

  @Test
  void keepsTheSchemeWhereTheUsualHeaderIsNamedInAnyCase() {
    Credential credential = credential(Map.of("header", "authorization"));
    assertThat(credential.placement()).isEqualTo(new Placement.Header("authorization", "Token"));
  }

  @Test
  void putsNoSchemeIntoAnotherHeader() {
    Credential credential = credential(Map.of("header", "X-API-Key"));
    assertThat(credential.placement()).isEqualTo(new Placement.Header("X-API-Key", ""));
    assertThat(credential.reveal()).isEqualTo("abc");
  }

  @Test
  void putsASchemeIntoAnotherHeaderWhereOneIsSet() {
    assertThat(credential(Map.of("header", "X-API-Key", "scheme", "Key")).reveal())
        .isEqualTo("Key abc");
  }

  @Test
  void takesAQueryParameterInsteadOfAHeader() {
    Credential credential = credential(Map.of("query", "api_key", "header", "X-API-Key"));
    assertThat(credential.placement()).isEqualTo(new Placement.Query("api_key"));
    assertThat(credential.reveal()).isEqualTo("abc");
  }

  @ParameterizedTest
  @CsvSource({
    "header, X Key",
    "header, X-Key:",
    "header, 'X-Key\r\nEvil: 1'",
    "header, X-Kéy",
    "scheme, To ken",
    "scheme, 'Token\r\nEvil: 1'",
    "scheme, Token:",
    "query, api key",
    "query, key=1&x",
    "query, kéy"
  })
  void refusesAnUnusableNameAndSaysWhichSettingHasIt(String setting, String value) {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> credential(Map.of(setting, value)))
        .withMessage(
            "Setting '%s' from test setting %s is not usable: it has characters that cannot stand"
                + " there.",
            setting, setting);
  }

  @Test
  void saysThatTheSchemeIsUnusableWhereTheHeaderIsFine() {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> credential(Map.of("header", "X-API-Key", "scheme", "a b")))
        .withMessageContaining("Setting 'scheme'");
  }
}
