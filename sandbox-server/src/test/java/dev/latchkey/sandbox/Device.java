package dev.latchkey.sandbox;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A device that logs in at a sandbox, as RFC 8628 has it. */
final class Device {
  static final String CODE = "/oauth/device/code";
  static final String TOKEN = "/oauth/token";
  static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  static final String CLIENT = "gofigr-cli";

  private final SandboxClient client;

  Device(Sandbox sandbox) {
    this.client = SandboxClient.of(sandbox.url());
  }

  JsonObject start() {
    return client.postForm(CODE, form("client_id", CLIENT)).object();
  }

  Answer poll(JsonObject started) {
    return poll(started.get("device_code").getAsString(), CLIENT);
  }

  Answer poll(String deviceCode, String clientId) {
    return client.postForm(
        TOKEN, form("grant_type", GRANT, "device_code", deviceCode, "client_id", clientId));
  }

  static String userCode(JsonObject started) {
    return started.get("user_code").getAsString();
  }

  static String form(String... namesAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }
}
