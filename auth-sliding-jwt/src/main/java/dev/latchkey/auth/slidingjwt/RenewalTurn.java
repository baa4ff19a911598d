package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore.Lease;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Waits for the turn to renew a token. While somebody else has it, looks again and again whether
 * that has brought a token: then nobody needs the turn any more, and a crowd does not queue for it.
 * Those whose wait was in vain, because who has the turn is stopped, take a second one together.
 */
final class RenewalTurn {

  /** Longer than the client that lends the exchange waits for an answer. */
  private static final Duration LONGEST = Duration.ofSeconds(45);

  /** What a request has left, but no less than half its time, for a login and for itself. */
  private static final Duration REST = Duration.ofSeconds(15);

  private static final long SHORTEST_PAUSE = Duration.ofMillis(2).toNanos();
  private static final long LONGEST_PAUSE = Duration.ofSeconds(1).toNanos();

  private final AuthContext context;

  RenewalTurn(AuthContext context) {
    this.context = context;
  }

  /**
   * Gets a token.
   *
   * @param key whose
   * @param meanwhile looks for one that somebody else has brought; decides again inside the turn
   * @param act what to do in the turn otherwise; also done without it where it cannot be had
   */
  HeldToken take(TokenKey key, Supplier<Optional<HeldToken>> meanwhile, Supplier<HeldToken> act) {
    long start = System.nanoTime();
    Duration patience = context.patience();
    long end = start + jittered(longest(patience).toNanos());
    Optional<HeldToken> token = awaited(key, end, meanwhile, act);
    if (token.isPresent()) {
      return token.get();
    }
    report(
        AuthEvent.Kind.DEGRADED,
        start,
        "Waited in vain for another process that renews the token; going on without it. Look for"
            + " one that is stopped.");
    return awaited(secondTurn(key), start + patience.toNanos(), meanwhile, act)
        .orElseGet(() -> renewed(meanwhile, act));
  }

  /**
   * How long to wait at least; up to a quarter more is added by chance, so that the first of a
   * crowd who has waited in vain can bring a token to the others.
   */
  private static Duration longest(Duration patience) {
    Duration half = patience.dividedBy(2);
    Duration most = patience.minus(REST);
    Duration longest = most.compareTo(half) > 0 ? most : half;
    return longest.compareTo(LONGEST) < 0 ? longest : LONGEST;
  }

  /** Of those who have waited in vain for one, again, one goes first. */
  private static TokenKey secondTurn(TokenKey key) {
    return new TokenKey(key.baseUrl(), key.user() + " (second turn)");
  }

  /** {@return a token, or empty after waiting in vain} */
  private Optional<HeldToken> awaited(
      TokenKey key, long end, Supplier<Optional<HeldToken>> meanwhile, Supplier<HeldToken> act) {
    long start = System.nanoTime();
    boolean isTold = false;
    while (true) {
      try (Lease lease = context.tokens().lease(key, Duration.ZERO)) {
        if (lease.isHeld() || !isWorthWaiting(lease)) {
          return Optional.of(renewed(meanwhile, act));
        }
      }
      failIfClosing();
      if (System.nanoTime() - end >= 0) {
        return Optional.empty();
      }
      if (!isTold) {
        report(AuthEvent.Kind.WAITING, start, "another thread or process asks for the token");
        isTold = true;
      }
      pause(System.nanoTime() - start);
      Optional<HeldToken> other = meanwhile.get();
      if (other.isPresent()) {
        report(AuthEvent.Kind.WAITED, start, "another thread or process renewed the token");
        return other;
      }
    }
  }

  /**
   * Looking costs a little. Hundreds of processes that look often would take the processor from the
   * one they wait for, so that all wait in vain: who has waited long looks seldom.
   */
  private static void pause(long waited) {
    long pause = Math.min(Math.max(waited / 4, SHORTEST_PAUSE), LONGEST_PAUSE);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause / 2, pause));
  }

  private static HeldToken renewed(
      Supplier<Optional<HeldToken>> meanwhile, Supplier<HeldToken> act) {
    return meanwhile.get().orElseGet(act);
  }

  private static long jittered(long nanos) {
    return nanos + ThreadLocalRandom.current().nextLong(nanos / 4 + 1);
  }

  private static boolean isWorthWaiting(Lease lease) {
    return lease.isContended() && !Thread.currentThread().isInterrupted();
  }

  private void failIfClosing() {
    if (context.patience().isZero()) {
      throw new AuthUnavailableException(
          "Left the token of profile '"
              + context.profile()
              + "' to another process that renews it: the client is being closed.",
          null);
    }
  }

  private void report(AuthEvent.Kind kind, long start, String detail) {
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    context.listener().on(new AuthEvent(kind, context.profile(), took, detail));
  }
}
