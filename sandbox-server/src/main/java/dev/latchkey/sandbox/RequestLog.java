package dev.latchkey.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The latest requests that a sandbox has answered, at most {@value #CAPACITY}, in the order of
 * their answers. Thread-safe.
 */
public final class RequestLog {
  /** How many requests are kept. */
  public static final int CAPACITY = 50_000;

  private final Object lock = new Object();
  private final Deque<Entry> entries = new ArrayDeque<>();

  RequestLog() {}

  /** All of them. A request is in it before its client sees the answer. */
  public List<Entry> entries() {
    synchronized (lock) {
      return List.copyOf(entries);
    }
  }

  /**
   * How many requests there were.
   *
   * @param method such as {@code POST}
   * @param path a whole path without its query, or the end of one, such as {@code auth/sliding}
   */
  public int count(String method, String path) {
    return (int)
        entries().stream()
            .filter(entry -> entry.method().equals(method) && entry.path().endsWith(path))
            .count();
  }

  /** Forgets them. */
  public void clear() {
    synchronized (lock) {
      entries.clear();
    }
  }

  void add(Entry entry) {
    synchronized (lock) {
      if (entries.size() == CAPACITY) {
        entries.removeFirst();
      }
      entries.add(entry);
    }
  }

  /**
   * One request, without its credentials and bodies.
   *
   * @param method such as {@code GET}
   * @param path without the query
   * @param query without the question mark, empty if there was none; the values of parameters that
   *     look like credentials are left out
   * @param status of the answer
   * @param headers the names of the headers received, in lower case
   * @param authorizationScheme the first word of {@code Authorization}, if more words follow
   */
  public record Entry(
      String method,
      String path,
      String query,
      int status,
      Set<String> headers,
      Optional<String> authorizationScheme) {
    /** Copies the set. */
    public Entry {
      headers = Set.copyOf(headers);
    }
  }
}
