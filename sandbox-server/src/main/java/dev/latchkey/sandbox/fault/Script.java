package dev.latchkey.sandbox.fault;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules in force. Of those that match a request the first that is not used up acts. */
public final class Script {
  private final Object lock = new Object();
  private final InstantSource clock;
  private final List<Rule> rules = new ArrayList<>();

  /** No rules yet; limits are counted by {@code clock}. */
  public Script(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Adds a rule.
   *
   * @param method a method, or {@code *} for all
   * @param path a whole path without its query, the end of one, or {@code *} for all
   */
  public void add(String method, String path, Outage outage) {
    synchronized (lock) {
      rules.add(new Rule(method, path, outage));
    }
  }

  /** Lets everything go well again. */
  public void clear() {
    synchronized (lock) {
      rules.clear();
    }
  }

  /** What happens to a request that has just come in. */
  public Optional<Outage> next(String method, String path) {
    synchronized (lock) {
      Instant now = clock.instant();
      return rules.stream()
          .filter(rule -> rule.matches(method, path))
          .filter(rule -> rule.strikes(now))
          .map(rule -> rule.outage)
          .findFirst();
    }
  }

  /** A rule and how often it was asked; guarded by the script's lock. */
  private static final class Rule {
    private final String method;
    private final String path;
    private final Outage outage;
    private int asked;
    private long inWindow;
    private Instant windowEnd = Instant.MIN;

    Rule(String method, String path, Outage outage) {
      this.method = method;
      this.path = path;
      this.outage = outage;
    }

    boolean matches(String itsMethod, String itsPath) {
      return (method.equals("*") || method.equals(itsMethod))
          && (path.equals("*") || itsPath.endsWith(path));
    }

    boolean strikes(Instant now) {
      if (outage.kind() == Outage.Kind.LIMIT && isWithinLimit(now)) {
        return false;
      }
      asked++;
      return asked > outage.spared() && asked - outage.spared() <= outage.times();
    }

    private boolean isWithinLimit(Instant now) {
      if (!now.isBefore(windowEnd)) {
        windowEnd = now.plus(outage.time());
        inWindow = 0;
      }
      inWindow++;
      return inWindow <= outage.amount();
    }
  }
}
