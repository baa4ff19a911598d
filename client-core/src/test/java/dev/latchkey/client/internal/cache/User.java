package dev.latchkey.client.internal.cache;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Verdict;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Somebody who is logged in, whose token can be renewed, and who can become somebody else. */
class User implements Authenticator {

  private String name;
  private long generation = 1;
  private AuthStatus.State state = AuthStatus.State.FRESH;

  User(String name) {
    this.name = name;
  }

  void renews() {
    generation++;
  }

  void becomes(String other) {
    name = other;
    generation++;
  }

  void leaves() {
    state = AuthStatus.State.ABSENT;
  }

  String token() {
    return "canary-" + name + "-" + generation;
  }

  @Override
  public Credential credential(Origin target) {
    Placement placement = new Placement.Header("Authorization", "Bearer");
    return Credential.of(placement, Secret.token(token(), "test"), generation);
  }

  @Override
  public CompletionStage<Credential> credentialAsync(Origin target) {
    return CompletableFuture.completedFuture(credential(target));
  }

  @Override
  public Verdict rejected(Credential used, Rejection rejection) {
    return Verdict.FINAL;
  }

  @Override
  public AuthStatus status() {
    return new AuthStatus(
        state,
        state == AuthStatus.State.ABSENT ? Optional.empty() : Optional.of(name),
        "test",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public void close() {
    state = AuthStatus.State.ABSENT;
  }
}
