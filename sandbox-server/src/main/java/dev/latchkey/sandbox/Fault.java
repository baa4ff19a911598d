package dev.latchkey.sandbox;

import dev.latchkey.sandbox.fault.Outage;
import dev.latchkey.sandbox.fault.Outage.Kind;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Something that goes wrong with a request. Immutable: {@link #after}, {@link #times} and {@link
 * #withHeader} make a copy.
 */
public final class Fault {
  private static final Duration LONGEST_DELAY = Duration.ofDays(1);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(365);
  private static final Duration LARGEST_SKEW = Duration.ofDays(36_500);
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern HEADER_VALUE = Pattern.compile("[^\\p{Cntrl}]*");

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

  /** The real answer, this much later in real time: a day at most. */
  public static Fault delay(Duration delay) {
    require(
        !delay.isNegative() && delay.compareTo(LONGEST_DELAY) <= 0,
        "A delay is not negative, and a day at most");
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

  /** The real answer with a {@code Date} that is off by this much, 36,500 days at most. */
  public static Fault skewedDate(Duration ahead) {
    require(
        ahead.compareTo(LARGEST_SKEW) <= 0 && ahead.compareTo(LARGEST_SKEW.negated()) >= 0,
        "A date is off by 36,500 days at most");
    return new Fault(Outage.of(Kind.SKEW).withTime(ahead));
  }

  /**
   * The real answer to {@code requests} requests in each {@code window}, from a second to a year by
   * the sandbox's clock, and to any further one 429 with {@code Retry-After}.
   */
  public static Fault rateLimit(int requests, Duration window) {
    require(requests >= 0, "A number of requests is not negative");
    require(
        window.toSeconds() > 0 && window.compareTo(LONGEST_WINDOW) <= 0,
        "A window is from a second to a year");
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

  /**
   * The same with one more header on the answer.
   *
   * @throws IllegalArgumentException if the answer is not this fault's own to give, or the header
   *     cannot be sent
   */
  public Fault withHeader(String name, String value) {
    boolean answers =
        outage.kind() == Kind.STATUS || outage.kind() == Kind.HTML || outage.kind() == Kind.LIMIT;
    require(answers, "Only an answer of a fault's own has more headers");
    require(HEADER_NAME.matcher(name).matches(), "A header's name is a word");
    require(HEADER_VALUE.matcher(value).matches(), "A header's value has no control characters");
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
