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
import dev.latchkey.auth.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the one configured key, or the session of whoever has none. Thread-safe: {@code
 * credential} is written once, under this object's lock.
 */
final class ApiKeyAuthenticator implements Authenticator, ApiKeys {

  private static final long ONLY_GENERATION = 1;

  private final AuthContext context;
  private final ApiKeySettings apiKey;
  private final Origin origin;
  private final Session session;
  private final KeyManagement management;
  private volatile @Nullable Credential credential;

  ApiKeyAuthenticator(AuthContext context, ApiKeySettings apiKey, Session session) {
    this.context = context;
    this.apiKey = apiKey;
    this.origin = context.origin();
    this.session = session;
    this.management = new KeyManagement(context, apiKey, session);
  }

  @Override
  public Credential credential(Origin target) {
    requireOrigin(target);
    Credential known = credential;
    return known != null ? known : key().orElseGet(this::ofSession);
  }

  private void requireOrigin(Origin target) {
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
  }

  private synchronized Optional<Credential> key() {
    Credential known = credential;
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Credential> read =
        context
            .settings()
            .token(ApiKeySettings.KEY)
            .map(key -> Credential.of(apiKey.placement(), key, ONLY_GENERATION));
    read.ifPresent(key -> credential = key);
    return read;
  }

  private Credential ofSession() {
    if (!session.isOpen() && !session.grant().isPossible()) {
      throw nothing();
    }
    return session.open();
  }

  private CredentialMissingException nothing() {
    String other = session.grant().alternative();
    return new CredentialMissingException(
        "No API key for profile '"
            + context.profile()
            + "'. Set "
            + context.settings().nameForUsers(ApiKeySettings.KEY)
            + (other.isEmpty() ? "" : ", " + other)
            + "; 'latchkey keys create NAME' makes a new key.");
  }

  @Override
  public CompletionStage<Credential> credentialAsync(Origin target) {
    if (credential == null && !session.isOpen()) {
      return CompletableFuture.supplyAsync(() -> credential(target), context.executor());
    }
    try {
      return CompletableFuture.completedFuture(credential(target));
    } catch (AuthException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public Verdict rejected(Credential used, Rejection rejection) {
    Credential known = credential;
    if (known == null) {
      return session.rejected(used, rejection);
    }
    if (rejection.status() != 401) {
      return Verdict.FINAL;
    }
    if (known.generation() != used.generation()) {
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
        .or(() -> session.grant().owner().map(this::ofSession))
        .orElseGet(() -> AuthStatus.of(AuthStatus.State.ABSENT, "not configured"));
  }

  private AuthStatus ofSession(SessionOwner owner) {
    boolean open = session.isOpen();
    return new AuthStatus(
        open ? AuthStatus.State.FRESH : AuthStatus.State.ABSENT,
        owner.user(),
        owner.source() + (open ? "" : "; a session is opened when it is needed"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private AuthStatus.State usability() {
    try {
      return key().isPresent() ? AuthStatus.State.FRESH : AuthStatus.State.ABSENT;
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
  public ApiKey get(String id) {
    return management.get(id);
  }

  @Override
  public void revoke(String id) {
    management.revoke(id);
  }

  @Override
  public synchronized void close() {
    credential = null;
    session.close();
  }

  @Override
  public String toString() {
    return "ApiKeyAuthenticator[profile " + context.profile() + ", " + apiKey.placement() + "]";
  }
}
