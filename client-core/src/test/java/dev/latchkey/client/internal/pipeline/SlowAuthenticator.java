package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Logs in, and judges a refusal, when the test says so. */
final class SlowAuthenticator implements Authenticator {

  final CompletableFuture<Credential> login = new CompletableFuture<>();
  final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
  final AtomicInteger logins = new AtomicInteger();
  final AtomicInteger rejections = new AtomicInteger();
  volatile boolean refuses;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);

  void awaitLogin() {
    await(begun);
  }

  void awaitQuestion() {
    await(asked);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Credential credential(Origin target) {
    return login.join();
  }

  @Override
  public CompletionStage<Credential> credentialAsync(Origin target) {
    if (refuses) {
      throw new RejectedExecutionException();
    }
    logins.incrementAndGet();
    begun.countDown();
    return login;
  }

  @Override
  public Verdict rejected(Credential used, Rejection rejection) {
    rejections.incrementAndGet();
    asked.countDown();
    return verdict.join();
  }

  @Override
  public AuthStatus status() {
    return AuthStatus.of(AuthStatus.State.ABSENT, "test");
  }

  @Override
  public void close() {
    login.cancel(false);
  }
}
