package dev.latchkey.auth.testkit;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.CreatedApiKey;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.Login;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.TokenLifecycle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A toy with every ability, to be broken in one place by its subclasses. For one thread. */
class SkilledToy extends ToyAuthenticator implements Login, TokenLifecycle, ApiKeys {

  @Nullable Credential token;

  SkilledToy(AuthContext context) {
    super(context);
  }

  final AuthReply ask(AuthCall call) {
    AuthReply reply = context.exchange().send(call);
    if (reply.status() >= 500) {
      throw new AuthUnavailableException("The server failed.", reply.status());
    }
    return reply;
  }

  @Override
  public Credential credential(Origin target) {
    Credential known = super.credential(target);
    token = known;
    return known;
  }

  @Override
  public AuthStatus status() {
    return AuthStatus.of(
        token == null ? AuthStatus.State.ABSENT : AuthStatus.State.FRESH, "the toy");
  }

  @Override
  public AuthStatus login() {
    AuthReply reply = ask(AuthCall.post("login", Map.of("name", "toy")));
    token = Credential.of(HEADER, Secret.token(reply.text("token").orElseThrow(), "the server"), 1);
    return status();
  }

  @Override
  public boolean logout() {
    boolean any = token != null;
    token = null;
    return any;
  }

  final void requireToken() {
    if (token == null) {
      throw new CredentialMissingException("There is no token.");
    }
  }

  @Override
  public boolean verify() {
    requireToken();
    return ask(AuthCall.of("GET", "verify")).isSuccess();
  }

  @Override
  public AuthStatus refresh() {
    requireToken();
    ask(AuthCall.of("POST", "refresh"));
    return status();
  }

  @Override
  public CreatedApiKey create(ApiKeyRequest request) {
    try {
      AuthReply reply = ask(AuthCall.post("keys", Map.of("name", request.name())));
      return new CreatedApiKey(
          key(reply.object().orElseThrow()),
          Secret.token(reply.text("key").orElseThrow(), "the server"));
    } catch (AuthUnavailableException e) {
      throw new AuthUnavailableException("The key '" + request.name() + "' may exist.", e);
    }
  }

  static ApiKey key(Map<?, ?> fields) {
    return new ApiKey(
        String.valueOf(fields.get("id")),
        String.valueOf(fields.get("name")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public List<ApiKey> list() {
    return ask(AuthCall.of("GET", "keys")).list().orElseThrow().stream()
        .map(each -> key((Map<?, ?>) each))
        .toList();
  }

  @Override
  public ApiKey get(String id) {
    return list().stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ApiKeyException("There is no such key.", 404));
  }

  @Override
  public void revoke(String id) {
    ask(AuthCall.of("DELETE", "keys/" + id));
  }
}
