package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8628, as a device sees it. */
@OnEachDatabase
class DeviceLoginTest {
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private final TestClock clock = new TestClock();
  private final Sandbox sandbox;
  private final SandboxClient anonymous;
  private final Device device;

  DeviceLoginTest(TestDatabase database) {
    sandbox = Sandbox.start(database.in(SandboxOptions.defaults().withClock(clock)));
    anonymous = SandboxClient.of(sandbox.url());
    device = new Device(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void isFoundByTheInfoThatClientsRead() {
    for (String path : new String[] {"/api/v1.4/info/", "/api/v1.4.1/info/"}) {
      JsonObject info = anonymous.get(path).object();
      assertThat(info.get("auth0_domain").getAsString()).isEqualTo(sandbox.url().getAuthority());
      Answer answer =
          anonymous.postForm(
              Device.CODE,
              Device.form(
                  "client_id", info.get("auth0_cli_client_id").getAsString(),
                  "audience", info.get("auth0_audience").getAsString(),
                  "scope", "openid email profile"));
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Test
  void beginsWithTwoCodesAndAPage() {
    Answer answer = anonymous.postForm(Device.CODE, Device.form("client_id", Device.CLIENT));
    JsonObject body = answer.object();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(body.keySet())
        .containsExactlyInAnyOrder(
            "device_code",
            "user_code",
            "verification_uri",
            "verification_uri_complete",
            "expires_in",
            "interval");
    assertThat(Device.userCode(body)).matches("[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}");
    assertThat(body.get("device_code").getAsString()).hasSizeGreaterThanOrEqualTo(43);
    assertThat(body.get("verification_uri").getAsString())
        .isEqualTo(sandbox.url().resolve("/activate").toString());
    assertThat(body.get("interval").getAsInt()).isEqualTo(5);
    assertThat(body.get("expires_in").getAsInt()).isEqualTo(600);
    assertThat(device.start().get("device_code")).isNotEqualTo(body.get("device_code"));
  }

  @Test
  void waitsUntilSomebodySaysYes() {
    JsonObject started = device.start();
    assertRefused(device.poll(started), "authorization_pending");
    clock.advance(INTERVAL);
    assertRefused(device.poll(started), "authorization_pending");
    assertThat(sandbox.deviceLogins().waiting()).containsExactly(Device.userCode(started));
    sandbox.deviceLogins().approve(Device.userCode(started), Users.DEMO);
    Answer granted = device.poll(started);
    assertThat(granted.status()).isEqualTo(200);
    assertThat(granted.text("token_type")).isEqualTo("Bearer");
    assertThat(granted.object().get("expires_in").getAsLong()).isEqualTo(3600);
    assertThat(granted.header("Cache-Control")).isEqualTo("no-store");
    assertThat(sandbox.deviceLogins().waiting()).isEmpty();
  }

  @Test
  void grantsATokenThatMayManageKeys() {
    SandboxClient demo = anonymous.with("Bearer " + login().text("access_token"));
    assertThat(demo.get(Gofigr.API + "user").body()).contains("\"username\":\"demo\"");
    assertThat(demo.post(Gofigr.KEYS, json("name", "made after a device login")).status())
        .isEqualTo(201);
    clock.advance(Duration.ofHours(24));
    assertThat(demo.get(Gofigr.API + "user").text("code")).isEqualTo("token_not_valid");
  }

  @Test
  void grantsOnce() {
    JsonObject started = device.start();
    sandbox.deviceLogins().approve(Device.userCode(started), Users.DEMO);
    assertThat(device.poll(started).status()).isEqualTo(200);
    assertRefused(device.poll(started), "invalid_grant");
  }

  @Test
  void slowsDownADeviceThatAsksTooSoonForGood() {
    JsonObject started = device.start();
    device.poll(started);
    clock.advance(INTERVAL.minusMillis(1));
    assertRefused(device.poll(started), "slow_down");
    clock.advance(INTERVAL);
    assertRefused(device.poll(started), "slow_down");
    clock.advance(INTERVAL.multipliedBy(3));
    assertRefused(device.poll(started), "authorization_pending");
    clock.advance(INTERVAL.multipliedBy(3).minusMillis(1));
    assertRefused(device.poll(started), "slow_down");
  }

  @Test
  void tellsADeviceThatItWasDenied() {
    JsonObject started = device.start();
    sandbox.deviceLogins().deny(Device.userCode(started));
    assertRefused(device.poll(started), "access_denied");
    assertRefused(device.poll(started), "access_denied");
  }

  @Test
  void expiresAtItsSecond() {
    JsonObject started = device.start();
    clock.advance(Duration.ofMinutes(10).minusMillis(1));
    assertRefused(device.poll(started), "authorization_pending");
    clock.advance(Duration.ofMillis(1));
    assertRefused(device.poll(started), "expired_token");
    assertThat(sandbox.deviceLogins().waiting()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.deviceLogins().approve(Device.userCode(started), Users.DEMO));
  }

  @Test
  void expiresWhenATestSaysSo() {
    JsonObject started = device.start();
    sandbox.deviceLogins().expire(Device.userCode(started));
    assertRefused(device.poll(started), "expired_token");
  }

  @Test
  void expiresAlsoWhenItWasApprovedTooLateToBeFetched() {
    JsonObject started = device.start();
    sandbox.deviceLogins().approve(Device.userCode(started), Users.DEMO);
    clock.advance(Duration.ofMinutes(10));
    assertRefused(device.poll(started), "expired_token");
  }

  @Test
  void isBoundToTheClientThatBegan() {
    JsonObject started = device.start();
    sandbox.deviceLogins().approve(Device.userCode(started), Users.DEMO);
    String code = started.get("device_code").getAsString();
    assertRefused(device.poll(code, "gofigr-notebook"), "invalid_grant");
    assertThat(device.poll(started).status()).isEqualTo(200);
  }

  @Test
  void takesAUserCodeAsPeopleTypeIt() {
    JsonObject started = device.start();
    String typed =
        " " + Device.userCode(started).toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    sandbox.deviceLogins().approve(typed, Users.DEMO);
    assertThat(device.poll(started).status()).isEqualTo(200);
  }

  @Test
  void takesJsonAsGofigrsPythonClientSendsIt() {
    String start =
        json("client_id", Device.CLIENT, "audience", "https://api.gofigr.io", "scope", "openid");
    JsonObject started = anonymous.post(Device.CODE, start).object();
    sandbox.deviceLogins().approve(Device.userCode(started), Users.DEMO);
    String code = started.get("device_code").getAsString();
    String poll = json("grant_type", Device.GRANT, "client_id", Device.CLIENT, "device_code", code);
    assertThat(anonymous.post(Device.TOKEN, poll).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/oauth/device/code, scope=openid, 400, invalid_request",
    "/oauth/device/code, client_id=nobody, 401, invalid_client",
    "/oauth/device/code, client_id=gofigr-cli&audience=https://evil.test, 400, invalid_target",
    "/oauth/device/code, client_id=%zz, 400, invalid_request",
    "/oauth/token, client_id=gofigr-cli, 400, invalid_request",
    "/oauth/token, client_id=gofigr-cli&grant_type=password, 400, unsupported_grant_type",
    "/oauth/token, client_id=nobody&grant_type=password, 401, invalid_client",
  })
  void refusesBadRequestsInTheFormOfRfc6749(String path, String form, int status, String error) {
    Answer answer = anonymous.postForm(path, form);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.text("error_description")).isNotBlank();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @CsvSource({"'[]'", "'{'", "'{\"client_id\":7}'", "''"})
  void survivesJsonThatMakesNoSense(String body) {
    assertRefused(anonymous.post(Device.CODE, body), "invalid_request");
  }

  @Test
  void refusesAnUnknownDeviceCode() {
    assertRefused(device.poll("x".repeat(43), Device.CLIENT), "invalid_grant");
  }

  @Test
  void isStartedWithPostOnly() {
    for (String path : new String[] {Device.CODE, Device.TOKEN}) {
      assertThat(anonymous.get(path).status()).isEqualTo(405);
      assertThat(anonymous.get(path).header("Allow")).isEqualTo("POST");
    }
  }

  private Answer login() {
    JsonObject started = device.start();
    sandbox.deviceLogins().approve(Device.userCode(started), Users.DEMO);
    return device.poll(started);
  }

  private static void assertRefused(Answer answer, String error) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo(error);
  }
}
