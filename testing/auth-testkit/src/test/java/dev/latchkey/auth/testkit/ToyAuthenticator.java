package dev.latchkey.auth.testkit;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.OriginMismatchException;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Verdict;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Exchanges its password for a token, once. Thread-safe under its own lock. */
class ToyAuthenticator implements Authenticator {

  static final Placement HEADER = new Placement.Header("Authorization", "Bearer");

  final AuthContext context;
  private @Nullable Credential held;

  ToyAuthenticator(AuthContext context) {
    this.context = context;
  }

  @Override
  public Credential credential(Origin target) {
    if (!target.equals(context.origin())) {
      throw new OriginMismatchException("Not for " + target + ".");
    }
    return held();
  }

  final synchronized Credential held() {
    Credential known = held;
    if (known == null) {
      known = Credential.of(HEADER, logIn(), 1);
      held = known;
    }
    return known;
  }

  private Secret logIn() {
    Secret password =
        context
            .settings()
            .password("password")
            .orElseThrow(() -> new CredentialMissingException("Set password."));
    AuthReply reply = context.exchange().send(AuthCall.post("login", Map.of("password", password)));
    return Secret.token(reply.text("token").orElseThrow(), "the server's answer");
  }

  @Override
  public CompletionStage<Credential> credentialAsync(Origin target) {
    return CompletableFuture.supplyAsync(() -> credential(target), context.executor());
  }

  @Override
  public Verdict rejected(Credential used, Rejection rejection) {
    return rejection.status() == 401 && isReplaced(used) ? Verdict.RETRY_WITH_NEW : Verdict.FINAL;
  }

  private synchronized boolean isReplaced(Credential used) {
    return held != null && held.generation() != used.generation();
  }

  final synchronized void forget() {
    held = null;
  }

  @Override
  public AuthStatus status() {
    return AuthStatus.of(AuthStatus.State.ABSENT, "not configured");
  }

  @Override
  public void close() {
    forget();
  }
}
