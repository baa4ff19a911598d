package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.LoginRefusedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A session from a login by device (RFC 8628): a person opens a page in any browser and enters a
 * code there, while this program asks from time to time whether that has been done. It gives no
 * token to renew the session with.
 */
final class DeviceGrant implements Grant {

  private static final String SCOPE = "openid email profile";

  private final AuthContext context;
  private final ApiKeySettings endpoints;
  private final Waiting waiting;

  DeviceGrant(AuthContext context, ApiKeySettings endpoints, Waiting waiting) {
    this.context = context;
    this.endpoints = endpoints;
    this.waiting = waiting;
  }

  @Override
  public boolean isPossible() {
    return endpoints.infoPath().isPresent() && context.prompt().isAvailable();
  }

  @Override
  public String alternative() {
    return "or run it in a terminal, to log in by device";
  }

  @Override
  public Optional<SessionOwner> owner() {
    return isPossible()
        ? Optional.of(new SessionOwner(Optional.empty(), "login by device"))
        : Optional.empty();
  }

  @Override
  public SessionTokens obtain() {
    String infoPath = endpoints.infoPath().orElseThrow(this::noPath);
    if (!context.prompt().isAvailable()) {
      throw nobody();
    }
    DeviceLogin login = DeviceLogin.of(context, infoPath);
    DeviceCode code = code(login);
    context.prompt().tell(code.instruction());
    return new DevicePolling(context, login, waiting).untilAllowed(code);
  }

  private DeviceCode code(DeviceLogin login) {
    Map<String, Object> fields = new HashMap<>(Map.of("client_id", login.clientId()));
    fields.put("scope", SCOPE);
    if (!login.audience().isEmpty()) {
      fields.put("audience", login.audience());
    }
    AuthReply reply = context.exchange().send(login.call("/oauth/device/code", fields));
    return DeviceCode.from(reply).orElseThrow(() -> failed(login, reply));
  }

  private static RuntimeException failed(DeviceLogin login, AuthReply reply) {
    int status = reply.status();
    if (status == 401 || status == 403) {
      return new LoginRefusedException(
          "The login server at "
              + login.server()
              + " does not let this program log in by device (status "
              + status
              + ").",
          status,
          Optional.empty());
    }
    return new AuthUnavailableException(
        "The login server at "
            + login.server()
            + " gave no usable code to log in with (status "
            + status
            + ").",
        status);
  }

  @Override
  public Optional<SessionTokens> renew(SessionTokens ended) {
    return Optional.empty();
  }

  private CredentialMissingException nobody() {
    return new CredentialMissingException(
        "A login by device to profile '"
            + context.profile()
            + "' needs a person. Run it in a terminal, or set "
            + context.settings().nameForUsers(ApiKeySettings.LOGIN)
            + " to password, with "
            + context.settings().nameForUsers(ApiKeySettings.USERNAME)
            + " and "
            + context.settings().nameForUsers(ApiKeySettings.PASSWORD)
            + ".");
  }

  private AuthConfigurationException noPath() {
    return new AuthConfigurationException(
        "Profile '"
            + context.profile()
            + "' does not say where to learn of logins by device: set "
            + context.settings().nameForUsers("info-path")
            + ".");
  }
}
