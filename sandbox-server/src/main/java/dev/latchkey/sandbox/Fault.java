package dev.latchkey.sandbox;

import dev.latchkey.sandbox.fault.Outage;
import dev.latchkey.sandbox.fault.Outage.Kind;
import java.time.Duration;
import java.util.Objects;

/**
 * Something that goes wrong with a request. Immutable: {@link #after}, {@link #times} and {@link
 * #withHeader} make a copy.
 */
public final class Fault {
  private final Outage outage;

  private Fault(Outage outage) {
    this.outage = outage;
  }

  /** An answer of this status with a JSON body, instead of the real one. */
  public static Fault status(int status) {
    return new Fault(Outage.of(Kind.STATUS).withStatus(checked(status)));
  }

  /** An answer of this status with a page for people, as proxies give. */
  public static Fault html(int status) {
    return new Fault(Outage.of(Kind.HTML).withStatus(checked(status)));
  }

  /** An answer of this status, from 300 to 399, that leads to {@code location}. */
  public static Fault redirect(int status, String location) {
    require(status >= 300 && status <= 399, "A redirect's status is from 300 to 399");
    return new Fault(Outage.of(Kind.STATUS).withStatus(status)).withHeader("Location", location);
  }

  /** The real answer, this much later in real time. */
  public static Fault delay(Duration delay) {
    require(!delay.isNegative(), "A delay is not negative");
    return new Fault(Outage.of(Kind.DELAY).withTime(delay));
  }

  /** The end of the connection instead of an answer; the request has been read. */
  public static Fault drop() {
    return new Fault(Outage.of(Kind.DROP));
  }

  /** A reset of the connection instead of an answer. */
  public static Fault reset() {
    return new Fault(Outage.of(Kind.RESET));
  }

  /** The real answer, announced in full, of whose body only the first {@code bytes} come. */
  public static Fault truncate(long bytes) {
    require(bytes >= 0, "A number of bytes is not negative");
    return new Fault(Outage.of(Kind.TRUNCATE).withAmount(bytes));
  }

  /** The real answer with a {@code Date} that is off by this much. */
  public static Fault skewedDate(Duration ahead) {
    return new Fault(Outage.of(Kind.SKEW).withTime(Objects.requireNonNull(ahead, "ahead")));
  }

  /**
   * The real answer to {@code requests} requests in each {@code window} by the sandbox's clock, and
   * to any further one 429 with {@code Retry-After}.
   */
  public static Fault rateLimit(int requests, Duration window) {
    require(requests >= 0, "A number of requests is not negative");
    require(window.toSeconds() > 0, "A window is at least a second");
    return new Fault(Outage.of(Kind.LIMIT).withAmount(requests).withTime(window));
  }

  /** The same, but the first {@code requests} that match go well. */
  public Fault after(int requests) {
    require(requests >= 0, "A number of requests is not negative");
    return new Fault(outage.after(requests));
  }

  /** The same, but for this many requests only. */
  public Fault times(int requests) {
    require(requests > 0, "A fault happens at least once");
    return new Fault(outage.times(requests));
  }

  /** The same with one more header on the answer; for {@link #status} and {@link #html}. */
  public Fault withHeader(String name, String value) {
    return new Fault(outage.withHeader(name, value));
  }

  Outage outage() {
    return outage;
  }

  private static int checked(int status) {
    require(status >= 200 && status <= 599, "A status is from 200 to 599");
    return status;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
