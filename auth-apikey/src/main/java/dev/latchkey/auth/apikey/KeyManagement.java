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
import dev.latchkey.auth.InvalidSecretException;
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
import java.util.Optional;

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
  private static final String NO_SUCH_KEY = "there is no such key among yours";

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
    AuthReply reply =
        session.send(AuthCall.post(keysPath(), fields), call -> sendCreate(call, request));
    if (reply.status() >= 400 && reply.status() < 500) {
      throw refused("create the API key '" + request.name() + "'", reply);
    }
    return created(reply)
        .orElseThrow(() -> new AuthUnavailableException(lost(request), reply.status()));
  }

  private static Optional<CreatedApiKey> created(AuthReply reply) {
    return reply
        .object()
        .filter(fields -> reply.status() == 201)
        .flatMap(
            fields ->
                secret(reply).map(secret -> new CreatedApiKey(ApiKeyFields.read(fields), secret)));
  }

  private static Optional<Secret> secret(AuthReply reply) {
    try {
      return reply.text("token").map(token -> Secret.token(token, "the server's answer"));
    } catch (InvalidSecretException e) {
      return Optional.empty();
    }
  }

  private static String expiry(Instant at) {
    boolean whole = at.equals(at.truncatedTo(ChronoUnit.SECONDS));
    return (whole ? EXPIRY : EXPIRY_WITH_MICROS).format(at) + "+00:00";
  }

  private AuthReply sendCreate(AuthCall call, ApiKeyRequest request) {
    try {
      return context.exchange().send(call);
    } catch (AuthUnavailableException e) {
      throw new AuthUnavailableException(lost(request), e);
    }
  }

  private static String lost(ApiKeyRequest request) {
    return "The answer to creating the API key '"
        + request.name()
        + "' was lost, and the key may exist. Find it with 'latchkey keys list' and revoke it"
        + " with 'latchkey keys revoke ID' before trying again.";
  }

  List<ApiKey> list() {
    AuthReply reply = session.send(AuthCall.of("GET", keysPath()));
    if (reply.status() != 200) {
      throw refused("list the API keys", reply);
    }
    return reply.list().orElseThrow(KeyManagement::noList).stream()
        .filter(Map.class::isInstance)
        .map(item -> ApiKeyFields.read((Map<?, ?>) item))
        .toList();
  }

  private static AuthUnavailableException noList() {
    return new AuthUnavailableException(
        "Could not list the API keys: the server's answer is no list (status 200).", 200);
  }

  void revoke(String id) {
    if (id.isEmpty() || id.equals(".") || id.equals("..")) {
      // Escaping cannot keep these from naming the path above, or the whole collection.
      throw refusedToRevoke(id, NO_SUCH_KEY, 404);
    }
    AuthReply reply = session.send(AuthCall.of("DELETE", keyPath(id)));
    int status = reply.status();
    if (status != 204) {
      String why = status == 404 ? NO_SUCH_KEY : said(reply);
      throw refusedToRevoke(id, why + " (status " + status + ")", status);
    }
  }

  private static ApiKeyException refusedToRevoke(String id, String why, int status) {
    return new ApiKeyException("Could not revoke the API key " + id + ": " + why + ".", status);
  }

  private String keyPath(String id) {
    String keys = keysPath();
    String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return keys.endsWith("/") ? keys + segment + "/" : keys + "/" + segment;
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
    return new ApiKeyException(
        "Could not " + act + ": " + said(reply) + " (status " + reply.status() + ").",
        reply.status());
  }

  private static String said(AuthReply reply) {
    String reason = reply.reason();
    return reason.isBlank() ? "the server refused" : "the server says: " + reason;
  }

  void close() {
    session.close();
  }
}
