package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.Origin;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Who handles logins by device for the service, as it says itself: GoFigr's {@code info/} names a
 * domain, and the client id and audience to use there.
 *
 * @param server where the login is
 * @param clientId what this program is called there
 * @param audience what the session is for; empty where the service does not say
 */
record DeviceLogin(Origin server, String clientId, String audience) {

  static DeviceLogin of(AuthContext context, String infoPath) {
    AuthReply info = context.exchange().send(AuthCall.of("GET", infoPath));
    Optional<String> domain = info.text("auth0_domain").filter(text -> !text.isBlank());
    Optional<String> clientId = info.text("auth0_cli_client_id").filter(text -> !text.isBlank());
    if (!info.isSuccess() || domain.isEmpty() || clientId.isEmpty()) {
      throw new AuthConfigurationException(
          "The service at "
              + context.origin()
              + " offers no login by device (status "
              + info.status()
              + "). Set "
              + context.settings().nameForUsers(ApiKeySettings.LOGIN)
              + " to password.");
    }
    return new DeviceLogin(
        server(context.origin(), domain.get()),
        clientId.get(),
        info.text("auth0_audience").orElse(""));
  }

  // A bare host, and perhaps a port. Without TLS only from this machine to itself.
  private static Origin server(Origin service, String domain) {
    if (!domain.matches("([A-Za-z0-9.-]{1,253}|\\[::1])(:\\d{1,5})?")) {
      throw unusable(service);
    }
    try {
      Origin secure = Origin.of(URI.create("https://" + domain));
      boolean local = secure.isLoopback() && service.isLoopback();
      return local ? Origin.of(URI.create(service.scheme() + "://" + domain)) : secure;
    } catch (IllegalArgumentException e) {
      throw unusable(service);
    }
  }

  private static AuthConfigurationException unusable(Origin service) {
    return new AuthConfigurationException(
        "The service at " + service + " names a place for logins that is no host.");
  }

  AuthCall call(String path, Map<String, Object> fields) {
    return AuthCall.post(path, fields).asForm().at(server);
  }
}
