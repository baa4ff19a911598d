package dev.latchkey.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  private static final URI BASE_URL = URI.create("https://lab.test:8443/gofigr/api/v1/");

  private static Access access(Placement placement, String token) {
    Credential credential = Credential.of(placement, Secret.token(token, "test"), 1);
    return Access.direct(
        BASE_URL,
        credential.withExpiry(Instant.parse("2030-01-01T00:00:00Z")),
        Optional.of("demo"));
  }

  private static final Access BEARER =
      access(new Placement.Header("Authorization", "Bearer"), "t1");
  private static final Access QUERY = access(new Placement.Query("api_key"), "t1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HEADER | Authorization: Bearer t1",
        "CURL | header = \"Authorization: Bearer t1\"",
        "NETRC | machine lab.test login demo password t1",
        "JSON | {\"schema\":\"latchkey.exec/1\",\"base_url\":\"https://lab.test:8443/gofigr/api/v1/\","
            + "\"token\":\"t1\",\"header\":\"Authorization: Bearer t1\","
            + "\"expires_at\":\"2030-01-01T00:00:00Z\"}"
      })
  void writesOneLine(Format format, String line) {
    assertThat(format.file(BEARER)).contains(line + "\n");
  }

  @Test
  void writesNoFileForVariables() {
    assertThat(Format.ENV.file(BEARER)).isEmpty();
  }

  @Test
  void escapesWhatCurlWouldReadOtherwise() {
    assertThat(Format.CURL.file(access(new Placement.Header("X-Key", ""), "a\"b\\c")))
        .contains("header = \"X-Key: a\\\"b\\\\c\"\n");
  }

  @Test
  void refusesWhatAFormatCannotHold() {
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> Format.HEADER.file(QUERY))
        .withMessageContaining("--format json");
    assertThat(Format.JSON.file(QUERY).orElseThrow()).contains("\"header\":null");
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> Format.NETRC.file(access(new Placement.Header("X-Key", ""), "canary\"x")))
        .withMessageNotContaining("canary");
  }

  @Test
  void namesTheServicesOwnVariables() {
    ServiceVariables service =
        new ServiceVariables(Optional.of("LAB_KEY"), Optional.of("LAB_URL"), "/api/v1/");
    assertThat(Execution.variables(service, BEARER))
        .containsEntry("LATCHKEY_BASE_URL", BASE_URL.toString())
        .containsEntry("LATCHKEY_TOKEN", "t1")
        .containsEntry("LATCHKEY_HEADER", "Authorization: Bearer t1")
        .containsEntry("LAB_KEY", "t1")
        .containsEntry("LAB_URL", "https://lab.test:8443/gofigr");
    assertThat(Execution.variables(service, QUERY)).doesNotContainKey("LATCHKEY_HEADER");
  }

  @Test
  void printsNoSecret() {
    assertThat(BEARER).hasToString("Access[" + BASE_URL + ", ****]");
  }
}
