package dev.latchkey.auth.apikey;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.CreatedApiKey;
import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Creates, lists and revokes keys at GoFigr's endpoints and their like. A key cannot manage keys
 * there, so the calls carry a session.
 */
final class KeyManagement {

  private final AuthContext context;
  private final ApiKeySettings settings;
  private final Session session;

  KeyManagement(AuthContext context, ApiKeySettings settings, Session session) {
    this.context = context;
    this.settings = settings;
    this.session = session;
  }

  CreatedApiKey create(ApiKeyRequest request) {
    AuthCall call = AuthCall.post(keysPath(), ApiKeyFields.write(request));
    AuthReply reply = session.send(call, sent -> sendCreate(sent, request));
    if (reply.status() == 400) {
      throw KeyRefusal.toCreate(request.name(), reply, held());
    }
    if (reply.status() >= 400 && reply.status() < 500) {
      throw KeyRefusal.of("create the API key '" + request.name() + "'", reply);
    }
    return created(reply)
        .orElseThrow(() -> new AuthUnavailableException(lost(request), reply.status()));
  }

  /** How many keys there are, to explain why there can be no more of them. */
  private int held() {
    try {
      return list().size();
    } catch (AuthException e) {
      return 0;
    }
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
      throw KeyRefusal.of("list the API keys", reply);
    }
    return reply.list().orElseThrow(() -> unreadable("list the API keys")).stream()
        .filter(Map.class::isInstance)
        .map(item -> ApiKeyFields.read((Map<?, ?>) item))
        .toList();
  }

  ApiKey get(String id) {
    String act = "show the API key " + id;
    AuthReply reply = session.send(AuthCall.of("GET", keyPath(id, act)));
    if (reply.status() != 200) {
      throw KeyRefusal.ofOne(act, reply);
    }
    return reply
        .object()
        .map(ApiKeyFields::read)
        .filter(key -> !key.id().isEmpty())
        .orElseThrow(() -> unreadable(act));
  }

  private static AuthUnavailableException unreadable(String act) {
    return new AuthUnavailableException(
        "Could not " + act + ": the server's answer is something else (status 200).", 200);
  }

  void revoke(String id) {
    String act = "revoke the API key " + id;
    AuthReply reply = session.send(AuthCall.of("DELETE", keyPath(id, act)));
    if (reply.status() != 204) {
      throw KeyRefusal.ofOne(act, reply);
    }
  }

  private String keyPath(String id, String act) {
    if (id.isEmpty() || id.equals(".") || id.equals("..")) {
      // Escaping cannot keep these from naming the path above, or the whole collection.
      throw KeyRefusal.unknown(act);
    }
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
}
