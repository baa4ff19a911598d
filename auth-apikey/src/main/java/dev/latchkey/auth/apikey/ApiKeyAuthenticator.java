package dev.latchkey.auth.apikey;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.CreatedApiKey;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.OriginMismatchException;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Settings;
import dev.latchkey.auth.Verdict;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the one configured key. Thread-safe: {@code credential} is written once, under this
 * object's lock.
 */
final class ApiKeyAuthenticator implements Authenticator, ApiKeys {

  private static final long ONLY_GENERATION = 1;

  private final AuthContext context;
  private final ApiKeySettings apiKey;
  private final Origin origin;
  private final KeyManagement management;
  private volatile @Nullable Credential credential;

  ApiKeyAuthenticator(AuthContext context, ApiKeySettings apiKey) {
    this.context = context;
    this.apiKey = apiKey;
    this.origin = context.origin();
    this.management = new KeyManagement(context, apiKey);
  }

  @Override
  public Credential credential(Origin target) {
    if (!origin.equals(target)) {
      throw new OriginMismatchException(
          "The API key of profile '"
              + context.profile()
              + "' belongs to "
              + origin
              + " and is not sent to "
              + target
              + ".");
    }
    Credential known = credential;
    return known != null ? known : read();
  }

  private synchronized Credential read() {
    Credential known = credential;
    if (known == null) {
      known = Credential.of(apiKey.placement(), configuredKey(), ONLY_GENERATION);
      credential = known;
    }
    return known;
  }

  private Secret configuredKey() {
    Settings settings = context.settings();
    return settings
        .token(ApiKeySettings.KEY)
        .orElseThrow(
            () ->
                new CredentialMissingException(
                    "No API key for profile '"
                        + context.profile()
                        + "'. Set "
                        + settings.nameForUsers(ApiKeySettings.KEY)
                        + "; 'latchkey keys create NAME' makes a new key."));
  }

  @Override
  public CompletionStage<Credential> credentialAsync(Origin target) {
    try {
      return CompletableFuture.completedFuture(credential(target));
    } catch (AuthException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public Verdict rejected(Credential used, Rejection rejection) {
    if (rejection.status() != 401) {
      return Verdict.FINAL;
    }
    Credential known = credential;
    if (known != null && known.generation() != used.generation()) {
      return Verdict.RETRY_WITH_NEW;
    }
    context
        .listener()
        .on(AuthEvent.of(AuthEvent.Kind.REJECTED, context.profile(), "The API key was refused."));
    return Verdict.FINAL;
  }

  @Override
  public AuthStatus status() {
    return context
        .settings()
        .source(ApiKeySettings.KEY)
        .map(source -> AuthStatus.of(usability(), source))
        .orElseGet(() -> AuthStatus.of(AuthStatus.State.ABSENT, "not configured"));
  }

  private AuthStatus.State usability() {
    try {
      read();
      return AuthStatus.State.FRESH;
    } catch (InvalidSecretException e) {
      return AuthStatus.State.ABSENT;
    }
  }

  @Override
  public CreatedApiKey create(ApiKeyRequest request) {
    return management.create(request);
  }

  @Override
  public List<ApiKey> list() {
    return management.list();
  }

  @Override
  public void revoke(String id) {
    management.revoke(id);
  }

  @Override
  public synchronized void close() {
    credential = null;
    management.close();
  }

  @Override
  public String toString() {
    return "ApiKeyAuthenticator[profile " + context.profile() + ", " + apiKey.placement() + "]";
  }
}
