package dev.latchkey.sandbox.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that goes wrong, and with how many requests.
 *
 * @param kind what
 * @param status of the answer, where there is one
 * @param amount a number of bytes or of requests, where one is needed
 * @param time a delay, a skew or a window, where one is needed
 * @param headers more headers on the answer
 * @param spared how many requests go well before
 * @param times how many requests it then happens to
 */
public record Outage(
    Kind kind,
    int status,
    long amount,
    Duration time,
    Map<String, String> headers,
    int spared,
    int times) {

  /** What can go wrong. */
  public enum Kind {
    /** An answer of some status in JSON. */
    STATUS,
    /** An answer of some status in HTML. */
    HTML,
    /** The real answer later. */
    DELAY,
    /** No answer. */
    DROP,
    /** No answer, and not even an end. */
    RESET,
    /** The beginning of the real answer. */
    TRUNCATE,
    /** The real answer with another date. */
    SKEW,
    /** The real answer to so many requests only. */
    LIMIT
  }

  /** Copies the headers. */
  public Outage {
    headers = Map.copyOf(headers);
  }

  /** Always, from now on. */
  public static Outage of(Kind kind) {
    return new Outage(kind, 500, 0, Duration.ZERO, Map.of(), 0, Integer.MAX_VALUE);
  }

  /** A copy with this status. */
  public Outage withStatus(int newStatus) {
    return new Outage(kind, newStatus, amount, time, headers, spared, times);
  }

  /** A copy with this amount. */
  public Outage withAmount(long newAmount) {
    return new Outage(kind, status, newAmount, time, headers, spared, times);
  }

  /** A copy with this time. */
  public Outage withTime(Duration newTime) {
    return new Outage(kind, status, amount, newTime, headers, spared, times);
  }

  /** A copy with one more header. */
  public Outage withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Outage(kind, status, amount, time, more, spared, times);
  }

  /** A copy that spares so many requests. */
  public Outage after(int newSpared) {
    return new Outage(kind, status, amount, time, headers, newSpared, times);
  }

  /** A copy that happens so often. */
  public Outage times(int newTimes) {
    return new Outage(kind, status, amount, time, headers, spared, newTimes);
  }
}
