package dev.latchkey.sandbox.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts failed logins by name and by address. Thread-safe, by one lock. Where as many logins are
 * under way as may still fail, the next one waits for their outcome: guessing in parallel gains
 * nothing, and many at once with the right password are all let in.
 */
public final class Throttle {
  /** How many names and addresses are remembered; a flood of new ones displaces the oldest. */
  private static final int MOST_REMEMBERED = 10_000;

  private static final int LONGEST_NAME = 150;

  private final Limits limits;
  private final InstantSource clock;
  private final Lock lock = new ReentrantLock();
  private final Condition outcome = lock.newCondition();
  private final Map<String, Counter> counters = new LinkedHashMap<>();

  /** A throttle that lets time pass by {@code clock}. */
  public Throttle(Limits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Lets an attempt begin, which is to be closed. */
  Attempt enter(String address, String username) throws TooManyLogins {
    lock.lock();
    try {
      while (true) {
        Instant now = clock.instant();
        Counter byName = counter("name " + shortened(username), limits.perUser(), now);
        Counter byAddress = counter("address " + address, limits.perAddress(), now);
        refuseIfFull(byName, now);
        refuseIfFull(byAddress, now);
        if (!byName.isUndecided() && !byAddress.isUndecided()) {
          return new Attempt(byName, byAddress);
        }
        outcome.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private Counter counter(String key, int limit, Instant now) {
    Counter known = counters.get(key);
    if (known != null) {
      known.move(now);
      return known;
    }
    Iterator<Counter> oldest = counters.values().iterator();
    while (counters.size() >= MOST_REMEMBERED && oldest.hasNext()) {
      if (!oldest.next().isUnderWay()) {
        oldest.remove();
      }
    }
    Counter made = new Counter(limit, limits.window(), now);
    counters.put(key, made);
    return made;
  }

  private static void refuseIfFull(Counter counter, Instant now) throws TooManyLogins {
    if (counter.isFull()) {
      throw new TooManyLogins(Duration.between(now, counter.end()));
    }
  }

  private static String shortened(String username) {
    return username.length() > LONGEST_NAME ? username.substring(0, LONGEST_NAME) : username;
  }

  /**
   * How often a login may fail.
   *
   * @param perUser for one name
   * @param perAddress from one address
   * @param window within this time from the first failure
   */
  public record Limits(int perUser, int perAddress, Duration window) {}

  /** A login under way; failed unless it succeeds. */
  final class Attempt implements AutoCloseable {
    private final Counter byName;
    private final Counter byAddress;
    private boolean succeeded;

    private Attempt(Counter byName, Counter byAddress) {
      this.byName = byName;
      this.byAddress = byAddress;
      byName.begin();
      byAddress.begin();
    }

    void succeed() {
      succeeded = true;
    }

    @Override
    public void close() {
      lock.lock();
      try {
        if (succeeded) {
          byName.succeed();
          byName.forget();
          byAddress.succeed();
        } else {
          byName.fail();
          byAddress.fail();
        }
        outcome.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
