package dev.latchkey.auth.apikey;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.CreatedApiKey;
import dev.latchkey.auth.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates, lists and revokes keys at GoFigr's endpoints and their like. A key cannot manage keys
 * there, so the calls carry the session of a user name and password.
 */
final class KeyManagement {

  // GoFigr's clients send a space between date and time, and microseconds only where there are any.
  private static final DateTimeFormatter EXPIRY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter EXPIRY_WITH_MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final AuthContext context;
  private final ApiKeySettings settings;
  private final PasswordSession session;

  KeyManagement(AuthContext context, ApiKeySettings settings) {
    this.context = context;
    this.settings = settings;
    this.session = new PasswordSession(context, settings);
  }

  CreatedApiKey create(ApiKeyRequest request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", request.name());
    request.expiry().ifPresent(at -> fields.put("expiry", expiry(at)));
    request.workspace().ifPresent(id -> fields.put("workspace", id));
    AuthReply reply = sendCreate(AuthCall.post(keysPath(), fields), request);
    if (reply.status() != 201) {
      throw refused("create the API key '" + request.name() + "'", reply);
    }
    ApiKey key = reply.object().map(ApiKeyFields::read).orElseThrow(() -> lost(request, null));
    Secret secret =
        reply
            .text("token")
            .map(token -> Secret.token(token, "the server's answer"))
            .orElseThrow(() -> lost(request, null));
    return new CreatedApiKey(key, secret);
  }

  private static String expiry(Instant at) {
    boolean whole = at.equals(at.truncatedTo(ChronoUnit.SECONDS));
    return (whole ? EXPIRY : EXPIRY_WITH_MICROS).format(at) + "+00:00";
  }

  private AuthReply sendCreate(AuthCall call, ApiKeyRequest request) {
    session.open();
    try {
      return session.send(call);
    } catch (AuthUnavailableException e) {
      throw lost(request, e);
    }
  }

  private static AuthUnavailableException lost(ApiKeyRequest request, @Nullable Throwable cause) {
    return new AuthUnavailableException(
        "The answer to creating the API key '"
            + request.name()
            + "' was lost, and the key may exist. Find it with 'latchkey keys list' and revoke it"
            + " with 'latchkey keys revoke ID' before trying again.",
        cause);
  }

  List<ApiKey> list() {
    AuthReply reply = session.send(AuthCall.of("GET", keysPath()));
    if (reply.status() != 200) {
      throw refused("list the API keys", reply);
    }
    return reply.list().orElseThrow(() -> refused("list the API keys", reply)).stream()
        .filter(Map.class::isInstance)
        .map(item -> ApiKeyFields.read((Map<?, ?>) item))
        .toList();
  }

  void revoke(String id) {
    String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    AuthReply reply = session.send(AuthCall.of("DELETE", keysPath() + segment + "/"));
    if (reply.status() != 204) {
      throw refused("revoke the API key " + id, reply);
    }
  }

  private String keysPath() {
    return settings
        .keysPath()
        .orElseThrow(
            () ->
                new AuthConfigurationException(
                    "Profile '"
                        + context.profile()
                        + "' does not say where API keys are managed: set "
                        + context.settings().nameForUsers("keys-path")
                        + "."));
  }

  private static ApiKeyException refused(String act, AuthReply reply) {
    String why =
        switch (reply.status()) {
          case 404 -> "there is no such key among yours";
          default -> ErrorText.of(reply);
        };
    return new ApiKeyException(
        "Could not " + act + ": " + why + " (status " + reply.status() + ").", reply.status());
  }

  void close() {
    session.close();
  }
}
