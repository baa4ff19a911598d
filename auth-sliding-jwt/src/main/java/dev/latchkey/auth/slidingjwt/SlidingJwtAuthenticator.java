package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.ClockWitness;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.Login;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.OriginMismatchException;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.TokenLifecycle;
import dev.latchkey.auth.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one profile's sliding token valid. Thread-safe: {@code current} is read without a lock, and
 * written by whoever holds {@code renewal}, of whom there is one. {@code loading} and {@code
 * replacing} are taken before it.
 */
final class SlidingJwtAuthenticator implements Authenticator, Login, TokenLifecycle, ClockWitness {

  private final AuthContext context;
  private final Origin origin;
  private final InstantSource clock;
  private final TokenSource source;
  private final TokenEvents events;
  private final SharedAttempt loading;
  private final SharedAttempt replacing;
  private final Propagation propagation = new Propagation();
  private final ReentrantLock renewal = new ReentrantLock();
  private final AtomicBoolean renewing = new AtomicBoolean();
  private volatile @Nullable HeldToken current;
  private volatile boolean closed;

  SlidingJwtAuthenticator(AuthContext context, SlidingJwtSettings settings) {
    this.context = context;
    this.origin = context.origin();
    this.clock = context.clock();
    this.events = new TokenEvents(context);
    this.loading = new SharedAttempt(events);
    this.replacing = new SharedAttempt(events);
    this.source = new TokenSource(context, settings, new TokenReader(settings, clock));
  }

  @Override
  public Credential credential(Origin target) {
    HeldToken held = current;
    if (held != null && clock.millis() < held.freshUntil() && origin.equals(target)) {
      return held.credential();
    }
    requireOwnOrigin(target);
    return usable().credential();
  }

  @Override
  public CompletionStage<Credential> credentialAsync(Origin target) {
    HeldToken held = current;
    if (held != null && target.equals(origin) && isUsable(held)) {
      return CompletableFuture.completedFuture(credential(target));
    }
    return CompletableFuture.supplyAsync(() -> credential(target), context.executor());
  }

  private HeldToken usable() {
    HeldToken held = current;
    if (held == null || !isUsable(held)) {
      // Not the lock of renewals alone: whoever loads a stale token has it renewed in the
      // background, and those who came to load it, too, must not queue for that.
      held = loading.get(this::usableAtHand, () -> exclusively(this::loaded));
    }
    if (held.plan().state(clock.millis()) == AuthStatus.State.STALE) {
      renewInBackground(held);
    }
    return held;
  }

  private Optional<HeldToken> usableAtHand() {
    return Optional.ofNullable(current).filter(this::isUsable);
  }

  private HeldToken loaded() {
    return usableAtHand().orElseGet(() -> publish(source.usable()));
  }

  private boolean isUsable(HeldToken held) {
    return held.plan().state(clock.millis()) != AuthStatus.State.EXPIRED;
  }

  private void renewInBackground(HeldToken stale) {
    if (!renewing.compareAndSet(false, true)) {
      return;
    }
    try {
      context.executor().execute(() -> renew(stale));
    } catch (RejectedExecutionException e) {
      renewing.set(false);
    }
  }

  private void renew(HeldToken stale) {
    try {
      exclusively(() -> stale == current ? renewed(stale) : stale);
    } finally {
      renewing.set(false);
    }
  }

  private HeldToken renewed(HeldToken stale) {
    long start = System.nanoTime();
    try {
      return publish(source.renewed(stale));
    } catch (LoginRefusedException e) {
      events.tell(AuthEvent.Kind.REFRESH_FAILED, TokenEvents.since(start), e);
      return replan(stale, stale.plan().withoutRenewal());
    } catch (AuthException e) {
      events.tell(AuthEvent.Kind.REFRESH_FAILED, TokenEvents.since(start), e);
      long now = clock.millis();
      long next = now + stale.plan().retryDelay(now).toMillis();
      return replan(stale, stale.plan().postponedTo(next));
    }
  }

  private HeldToken replan(HeldToken held, RenewalPlan plan) {
    return publish(held.withPlan(plan));
  }

  @Override
  public Verdict rejected(Credential used, Rejection rejection) {
    if (!Rejections.isAboutToken(rejection)) {
      return Verdict.FINAL;
    }
    events.tell(AuthEvent.Kind.REJECTED, rejection.code().orElse("status 401"));
    HeldToken held = current;
    if (held != null && isOf(used, held) && propagation.excuses(held, clock.millis())) {
      return Verdict.RETRY_SAME;
    }
    return replacing.get(() -> atHandInsteadOf(used), () -> exclusively(() -> replaced(used)));
  }

  private static boolean isOf(Credential credential, HeldToken held) {
    return held.credential().generation() == credential.generation();
  }

  private Optional<Verdict> atHandInsteadOf(Credential used) {
    return Optional.ofNullable(current)
        .filter(held -> !isOf(used, held))
        .map(other -> Verdict.RETRY_WITH_NEW);
  }

  private Verdict replaced(Credential used) {
    HeldToken held = current;
    if (held == null || !isOf(used, held)) {
      return Verdict.RETRY_WITH_NEW;
    }
    try {
      publish(source.replacing(held));
      return Verdict.RETRY_WITH_NEW;
    } catch (LoginRefusedException | CredentialMissingException e) {
      current = null;
      throw e;
    }
  }

  @Override
  public AuthStatus login() {
    exclusively(() -> publish(source.login()));
    return status();
  }

  @Override
  public boolean logout() {
    return exclusively(
        () -> {
          Optional<HeldToken> held = Optional.ofNullable(current);
          current = null;
          return source.forget(held);
        });
  }

  @Override
  public boolean verify() {
    return source.verify(atHand().orElseThrow(this::noToken));
  }

  @Override
  public AuthStatus refresh() {
    exclusively(() -> publish(source.refreshed(atHand().orElseThrow(this::noToken))));
    return status();
  }

  @Override
  public AuthStatus status() {
    Optional<HeldToken> token = atHand();
    if (token.isEmpty()) {
      return source.statusWithoutToken();
    }
    RenewalPlan plan = source.outlook(token.get());
    return new AuthStatus(
        plan.state(clock.millis()),
        Optional.of(token.get().identity()),
        "token cache: " + context.tokens().location(),
        plan.expiresAt(),
        plan.renewsAt().filter(at -> isUsable(token.get())),
        plan.passwordNeededAt());
  }

  @Override
  public Optional<Duration> serverAhead() {
    return atHand().flatMap(held -> ClockSkew.shownBy(held.stored()));
  }

  private Optional<HeldToken> atHand() {
    HeldToken held = current;
    return held != null ? Optional.of(held) : source.stored();
  }

  private CredentialMissingException noToken() {
    return new CredentialMissingException(
        "There is no token for profile '"
            + context.profile()
            + "'. Run 'latchkey login --profile "
            + context.profile()
            + "' first.");
  }

  private HeldToken publish(HeldToken token) {
    current = token;
    if (closed) {
      // A renewal may end after its client has been closed, which forgets the token.
      current = null;
    }
    return token;
  }

  private void requireOwnOrigin(Origin target) {
    if (!origin.equals(target)) {
      throw new OriginMismatchException(
          "The token of profile '"
              + context.profile()
              + "' belongs to "
              + origin
              + " and is not sent to "
              + target
              + ".");
    }
  }

  private <T> T exclusively(Supplier<T> act) {
    renewal.lock();
    try {
      return act.get();
    } finally {
      renewal.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    current = null;
  }

  @Override
  public String toString() {
    return "SlidingJwtAuthenticator[profile " + context.profile() + ", " + origin + "]";
  }
}
