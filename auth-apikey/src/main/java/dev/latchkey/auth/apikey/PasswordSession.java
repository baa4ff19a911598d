package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthExchange;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Settings;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session from user name and password, kept in memory as long as the authenticator is open.
 * Thread-safe under its own lock, so that many callers log in once.
 */
final class PasswordSession {

  private static final Placement BEARER = new Placement.Header("Authorization", "Bearer");

  private final AuthContext context;
  private final ApiKeySettings settings;
  private @Nullable Credential access;
  private long generation;

  PasswordSession(AuthContext context, ApiKeySettings settings) {
    this.context = context;
    this.settings = settings;
  }

  /** Sends a call within the session; where the session has ended meanwhile, within a new one. */
  AuthReply send(AuthCall call) {
    return send(call, context.exchange());
  }

  /** Does the same through another exchange, which sees the call but none of the logins. */
  AuthReply send(AuthCall call, AuthExchange exchange) {
    Credential used = open();
    AuthReply reply = exchange.send(call.withCredential(used));
    boolean ended =
        reply.status() == 401 && reply.text("code").filter("token_not_valid"::equals).isPresent();
    return ended ? exchange.send(call.withCredential(reopen(used))) : reply;
  }

  private synchronized Credential open() {
    Credential known = access;
    if (known == null) {
      known = logIn();
      access = known;
    }
    return known;
  }

  private synchronized Credential reopen(Credential ended) {
    Credential known = access;
    if (known != null && known.generation() == ended.generation()) {
      access = null;
    }
    return open();
  }

  private Credential logIn() {
    String path =
        settings
            .tokenPath()
            .orElseThrow(
                () ->
                    new AuthConfigurationException(
                        "Profile '"
                            + context.profile()
                            + "' does not say where to log in: set "
                            + context.settings().nameForUsers("token-path")
                            + "."));
    String user = username();
    AuthReply reply =
        context
            .exchange()
            .send(AuthCall.post(path, Map.of("username", user, "password", password(user))));
    Optional<String> token = reply.text("access");
    if (!reply.isSuccess() || token.isEmpty()) {
      throw failed(user, reply);
    }
    generation++;
    return Credential.of(BEARER, Secret.token(token.get(), "the server's answer"), generation);
  }

  private String username() {
    Optional<String> configured = context.settings().text(ApiKeySettings.USERNAME);
    if (configured.isEmpty() && !context.prompt().isAvailable()) {
      throw missing(context.settings());
    }
    return configured.orElseGet(() -> context.prompt().ask("Username: "));
  }

  private Secret password(String user) {
    Optional<Secret> configured = context.settings().password(ApiKeySettings.PASSWORD);
    if (configured.isEmpty() && !context.prompt().isAvailable()) {
      throw missing(context.settings());
    }
    return configured.orElseGet(
        () ->
            context
                .prompt()
                .askPassword("Password for " + user + " at " + context.origin() + ": "));
  }

  private CredentialMissingException missing(Settings names) {
    return new CredentialMissingException(
        "Managing the API keys of profile '"
            + context.profile()
            + "' needs a user name and password. Set "
            + names.nameForUsers(ApiKeySettings.USERNAME)
            + " and "
            + names.nameForUsers(ApiKeySettings.PASSWORD)
            + ", or run it in a terminal.");
  }

  private RuntimeException failed(String user, AuthReply reply) {
    int status = reply.status();
    if (status == 400 || status == 401 || status == 403) {
      return new LoginRefusedException(
          "The server refused the user name or password of '" + user + "' (status " + status + ").",
          status,
          reply.text("code"));
    }
    return new AuthUnavailableException(
        "The login at " + context.origin() + " gave no session (status " + status + ").", status);
  }

  synchronized void close() {
    access = null;
  }
}
