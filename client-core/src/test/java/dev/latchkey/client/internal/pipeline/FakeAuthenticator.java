package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hands out {@code canary-1}, {@code canary-2}, ... and answers rejections as it is told. */
public final class FakeAuthenticator implements Authenticator {

  public static final String CANARY = "canary-";

  final List<Rejection> rejections = new ArrayList<>();
  private final Deque<Verdict> verdicts = new ArrayDeque<>();
  private final Placement placement;
  private int generation = 1;

  public FakeAuthenticator(Placement placement, Verdict... verdicts) {
    this.placement = placement;
    this.verdicts.addAll(List.of(verdicts));
  }

  /** This one as requests ask it. */
  public BoundedAuthenticator bounded() {
    return new BoundedAuthenticator(this, Runnable::run, () -> 0, Waiting.sleeping());
  }

  @Override
  public Credential credential(Origin target) {
    return Credential.of(placement, Secret.token(CANARY + generation, "test"), generation);
  }

  @Override
  public CompletionStage<Credential> credentialAsync(Origin target) {
    return CompletableFuture.completedFuture(credential(target));
  }

  @Override
  public Verdict rejected(Credential used, Rejection rejection) {
    rejections.add(rejection);
    Verdict verdict = verdicts.isEmpty() ? Verdict.FINAL : verdicts.pop();
    if (verdict == Verdict.RETRY_WITH_NEW) {
      generation++;
    }
    return verdict;
  }

  @Override
  public AuthStatus status() {
    return AuthStatus.of(AuthStatus.State.FRESH, "test");
  }

  @Override
  public void close() {
    verdicts.clear();
  }
}
