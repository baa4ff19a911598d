package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Settings;
import java.util.Map;
import java.util.Optional;

/**
 * A session from user name and password: a pair of an access token and a refresh token, as Simple
 * JWT hands them out, each at an endpoint of its own.
 */
final class PasswordGrant implements Grant {

  private final AuthContext context;
  private final ApiKeySettings endpoints;
  private final Settings settings;

  PasswordGrant(AuthContext context, ApiKeySettings endpoints) {
    this.context = context;
    this.endpoints = endpoints;
    this.settings = context.settings();
  }

  @Override
  public boolean isPossible() {
    return endpoints.tokenPath().isPresent()
        && (owner().isPresent() || context.prompt().isAvailable());
  }

  @Override
  public String alternative() {
    return endpoints.tokenPath().isPresent() ? "or " + names() : "";
  }

  @Override
  public Optional<SessionOwner> owner() {
    boolean configured =
        endpoints.tokenPath().isPresent() && settings.source(ApiKeySettings.PASSWORD).isPresent();
    return settings
        .text(ApiKeySettings.USERNAME)
        .filter(user -> configured)
        .map(user -> new SessionOwner(Optional.of(user), "user name and password"));
  }

  @Override
  public SessionTokens obtain() {
    String path = endpoints.tokenPath().orElseThrow(this::noPath);
    String user = username();
    AuthReply reply =
        context
            .exchange()
            .send(AuthCall.post(path, Map.of("username", user, "password", password(user))));
    return tokens(reply, Optional.empty()).orElseThrow(() -> failed(user, reply));
  }

  @Override
  public Optional<SessionTokens> renew(SessionTokens ended) {
    Optional<Secret> refresh = ended.refresh();
    if (refresh.isEmpty() || endpoints.refreshPath().isEmpty()) {
      return Optional.empty();
    }
    AuthReply reply =
        context
            .exchange()
            .send(AuthCall.post(endpoints.refreshPath().get(), Map.of("refresh", refresh.get())));
    int status = reply.status();
    if (status >= 400 && status < 500 && status != 429) {
      return Optional.empty();
    }
    return Optional.of(
        tokens(reply, refresh).orElseThrow(() -> unavailable("renewal of the session", status)));
  }

  private static Optional<SessionTokens> tokens(AuthReply reply, Optional<Secret> oldRefresh) {
    try {
      Optional<Secret> refresh = secret(reply, "refresh").or(() -> oldRefresh);
      return secret(reply, "access")
          .filter(access -> reply.isSuccess())
          .map(access -> new SessionTokens(access, refresh));
    } catch (InvalidSecretException e) {
      return Optional.empty();
    }
  }

  private static Optional<Secret> secret(AuthReply reply, String field) {
    return reply.text(field).map(text -> Secret.token(text, "the server's answer"));
  }

  private String username() {
    Optional<String> configured = settings.text(ApiKeySettings.USERNAME);
    if (configured.isEmpty() && !context.prompt().isAvailable()) {
      throw missing();
    }
    return configured.orElseGet(() -> context.prompt().ask("Username: "));
  }

  private Secret password(String user) {
    Optional<Secret> configured = settings.password(ApiKeySettings.PASSWORD);
    if (configured.isEmpty() && !context.prompt().isAvailable()) {
      throw missing();
    }
    return configured.orElseGet(
        () ->
            context
                .prompt()
                .askPassword("Password for " + user + " at " + context.origin() + ": "));
  }

  private CredentialMissingException missing() {
    return new CredentialMissingException(
        "Managing the API keys of profile '"
            + context.profile()
            + "' needs a user name and password; a key cannot manage keys. Set "
            + names()
            + ", or run it in a terminal.");
  }

  private String names() {
    return settings.nameForUsers(ApiKeySettings.USERNAME)
        + " and "
        + settings.nameForUsers(ApiKeySettings.PASSWORD);
  }

  private AuthConfigurationException noPath() {
    return new AuthConfigurationException(
        "Profile '"
            + context.profile()
            + "' does not say where to log in: set "
            + settings.nameForUsers("token-path")
            + ".");
  }

  private RuntimeException failed(String user, AuthReply reply) {
    int status = reply.status();
    if (status == 400 || status == 401 || status == 403) {
      return new LoginRefusedException(
          "The server refused the user name or password of '" + user + "' (status " + status + ").",
          status,
          reply.text("code"));
    }
    return unavailable("login", status);
  }

  private AuthUnavailableException unavailable(String act, int status) {
    return new AuthUnavailableException(
        "The " + act + " at " + context.origin() + " gave no session (status " + status + ").",
        status);
  }
}
