package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Secret;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** GoFigr's endpoints for sessions and API keys in memory, with the answers its server gives. */
final class GofigrServer implements Function<AuthCall, AuthReply> {

  static final String USER = "demo";
  static final String PASSWORD = "canary pa$$word";

  private static final int MOST_KEYS = 25;

  final Map<String, Map<String, @Nullable Object>> keys = new LinkedHashMap<>();
  private int sessions;
  private int created;
  private @Nullable String access;
  private @Nullable String refresh;

  @Override
  public AuthReply apply(AuthCall call) {
    if (call.path().equals("/api/token/")) {
      return logIn(call.fields());
    }
    if (call.path().equals("/api/token/refresh/")) {
      return renew(call.fields());
    }
    if (!call.credential().map(Credential::reveal).equals(Optional.of("Bearer " + access))) {
      return refusal(401, "token_not_valid", "Given token not valid for any token type");
    }
    return switch (call.method()) {
      case "POST" -> create(call.fields());
      case "GET" -> call.path().equals("api_key/") ? list() : get(call.path());
      case "DELETE" -> revoke(call.path());
      default -> AuthReply.of(405, null);
    };
  }

  private AuthReply logIn(Map<String, Object> fields) {
    boolean known =
        USER.equals(fields.get("username"))
            && fields.get("password") instanceof Secret secret
            && secret.reveal().equals(PASSWORD);
    if (!known) {
      return refusal(401, "no_active_account", "No active account found");
    }
    sessions++;
    access = "canary-access-" + sessions;
    refresh = "canary-refresh-" + sessions;
    return AuthReply.of(200, Map.of("access", access, "refresh", refresh));
  }

  private AuthReply renew(Map<String, Object> fields) {
    boolean known =
        fields.get("refresh") instanceof Secret secret && secret.reveal().equals(refresh);
    if (!known) {
      return refusal(401, "token_not_valid", "Token is invalid or expired");
    }
    sessions++;
    access = "canary-access-" + sessions;
    return AuthReply.of(200, Map.of("access", access));
  }

  /** The access token ends; the refresh token lasts. */
  void endAccess() {
    access = null;
  }

  void endSessions() {
    access = null;
    refresh = null;
  }

  private AuthReply list() {
    return AuthReply.of(200, List.copyOf(keys.values()));
  }

  private AuthReply get(String path) {
    return keys.containsKey(path)
        ? AuthReply.of(200, keys.get(path))
        : AuthReply.of(404, Map.of("detail", "Not found."));
  }

  private AuthReply create(Map<String, Object> fields) {
    if (keys.size() >= MOST_KEYS) {
      return AuthReply.of(400, Map.of("detail", "You can have at most 25 API keys."));
    }
    created++;
    Map<String, @Nullable Object> key = new HashMap<>();
    key.put("api_id", "id-" + created);
    key.put("name", fields.get("name"));
    key.put("token", null);
    key.put("created", "2026-11-21T19:41:27.266381+00:00");
    key.put("last_used", null);
    key.put("expiry", fields.get("expiry"));
    key.put("workspace", fields.get("workspace"));
    keys.put("api_key/id-" + created + "/", key);
    Map<String, @Nullable Object> answer = new HashMap<>(key);
    answer.put("token", "canary-key-" + created);
    return AuthReply.of(201, answer);
  }

  private AuthReply revoke(String path) {
    return keys.remove(path) == null
        ? AuthReply.of(404, Map.of("detail", "Not found."))
        : AuthReply.of(204, null);
  }

  static AuthReply refusal(int status, String code, String detail) {
    return AuthReply.of(status, Map.of("detail", detail, "code", code));
  }
}
