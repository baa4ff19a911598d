package dev.latchkey.cli.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.Headers;
import dev.latchkey.auth.Placement;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerCheckTest {

  private final RunToken token = RunToken.create();
  private final Headers headers = new Headers();

  CallerCheckTest() {
    headers.set("Host", "127.0.0.1:4711");
  }

  private CallerCheck of(Placement placement) {
    return new CallerCheck(token, placement, 4711);
  }

  private CallerCheck bearer() {
    return of(new Placement.Header("Authorization", "Bearer"));
  }

  private void assertRefused(CallerCheck check, int status) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> check.require(headers, null))
        .withMessageNotContaining(token.reveal())
        .satisfies(e -> assertThat(e.status()).isEqualTo(status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "Token ", "bearer   ", ""})
  void takesTheTokenUnderAnyScheme(String scheme) {
    headers.set("Authorization", scheme + token.reveal());
    assertThatCode(() -> bearer().require(headers, null)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo:", ":", ""})
  void takesTheTokenAsAPassword(String user) {
    byte[] pair = (user + token.reveal()).getBytes(StandardCharsets.UTF_8);
    headers.set("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    assertThatCode(() -> bearer().require(headers, null)).doesNotThrowAnyException();
  }

  @Test
  void takesTheTokenAtThePlaceOfTheCredential() {
    headers.set("X-Api-Key", token.reveal());
    assertRefused(bearer(), 401);
    CallerCheck inHeader = of(new Placement.Header("X-API-Key", ""));
    assertThatCode(() -> inHeader.require(headers, null)).doesNotThrowAnyException();
    headers.remove("X-Api-Key");
    CallerCheck inQuery = of(new Placement.Query("key"));
    assertThatCode(() -> inQuery.require(headers, "a=1&key=" + token.reveal()))
        .doesNotThrowAnyException();
    assertRefused(inQuery, 401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic", "Basic %%%", "Bearer x", "Basic eA=="})
  void refusesAnyOtherToken(String value) {
    headers.set("Authorization", value);
    assertRefused(bearer(), 401);
    headers.set("Authorization", "Bearer " + token.reveal() + "x");
    assertRefused(bearer(), 401);
    headers.set("Authorization", "Bearer " + RunToken.create().reveal());
    assertRefused(bearer(), 401);
  }

  @ParameterizedTest
  @CsvSource({
    "Host, evil.test:4711, 421",
    "Host, 127.0.0.1, 421",
    "Host, 127.0.0.1:80, 421",
    "Host, 127.0.0.1:4711.evil.test, 421",
    "Origin, https://evil.test, 403",
    "Origin, null, 403",
    "Origin, http://127.0.0.1:80, 403",
    "Origin, https://127.0.0.1:4711, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403"
  })
  void refusesOtherHostsAndPagesOfOtherSitesEvenWithTheToken(
      String name, String value, int status) {
    headers.set("Authorization", "Bearer " + token.reveal());
    headers.set(name, value);
    assertRefused(bearer(), status);
  }

  @Test
  void refusesARequestWithTwoHostsOrNone() {
    headers.set("Authorization", "Bearer " + token.reveal());
    headers.add("Host", "127.0.0.1:4711");
    assertRefused(bearer(), 421);
    headers.remove("Host");
    assertRefused(bearer(), 421);
  }

  @Test
  void letsThePersonAtABrowserThrough() {
    headers.set("Authorization", "Bearer " + token.reveal());
    headers.set("Host", "LocalHost:4711");
    headers.set("Origin", "http://localhost:4711");
    headers.set("Sec-Fetch-Site", "same-origin");
    assertThatCode(() -> bearer().require(headers, null)).doesNotThrowAnyException();
  }
}
