package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthEvent;
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
 */
final class RenewalTurn {

  /** Longer than the client that lends the exchange waits for an answer. */
  private static final Duration LONGEST = Duration.ofSeconds(45);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  private final AuthContext context;
  private final Duration longest;

  RenewalTurn(AuthContext context) {
    this(context, LONGEST);
  }

  /**
   * Makes a turn.
   *
   * @param longest how long to wait at least; up to a quarter more is added by chance, so that the
   *     first of a crowd who has waited in vain can bring a token to the others
   */
  RenewalTurn(AuthContext context, Duration longest) {
    this.context = context;
    this.longest = longest;
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
    long end = start + jittered(longest.toNanos());
    long pause = FIRST_PAUSE.toNanos();
    while (true) {
      try (Lease lease = context.tokens().lease(key, Duration.ZERO)) {
        if (lease.isHeld() || !isWorthWaiting(lease, start, end)) {
          return meanwhile.get().orElseGet(act);
        }
      }
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause / 2, pause));
      pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
      Optional<HeldToken> other = meanwhile.get();
      if (other.isPresent()) {
        report(AuthEvent.Kind.WAITED, start, "another thread or process renewed the token");
        return other.get();
      }
    }
  }

  private static long jittered(long nanos) {
    return nanos + ThreadLocalRandom.current().nextLong(nanos / 4 + 1);
  }

  private boolean isWorthWaiting(Lease lease, long start, long end) {
    if (!lease.isContended() || Thread.currentThread().isInterrupted()) {
      return false;
    }
    boolean worthIt = System.nanoTime() - end < 0;
    if (!worthIt) {
      report(
          AuthEvent.Kind.DEGRADED,
          start,
          "Waited in vain for another process that renews the token; going on without it. Look for"
              + " one that is stopped.");
    }
    return worthIt;
  }

  private void report(AuthEvent.Kind kind, long start, String detail) {
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    context.listener().on(new AuthEvent(kind, context.profile(), took, detail));
  }
}
