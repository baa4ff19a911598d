package dev.latchkey.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The requests that a sandbox has received: the latest {@value #CAPACITY} one by one (fewer if they
 * are so long that they would fill the memory), in the order of their answers, and how many there
 * were in all. Thread-safe.
 */
public final class RequestLog {
  /** How many requests are kept at most. */
  public static final int CAPACITY = 50_000;

  /** How many paths are counted one by one; requests to any others are counted together. */
  public static final int MOST_PATHS = 10_000;

  /** The status of a request whose connection was ended instead of an answer. */
  public static final int NO_ANSWER = 0;

  /** How long the requests that are kept may be together, in characters. */
  static final int MOST_CHARACTERS = 20_000_000;

  /** Longer ones are nobody's endpoints. */
  private static final int LONGEST_PATH = 500;

  private static final String OTHER_PATHS = "*";

  private final Object lock = new Object();
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Map<Endpoint, Long> counts = new LinkedHashMap<>();
  private int characters;

  RequestLog() {}

  /** The latest of them. A request is in it before its client sees the answer. */
  public List<Entry> entries() {
    synchronized (lock) {
      return List.copyOf(entries);
    }
  }

  /** How many there were of each method and path, in the order of their first answers. */
  public List<Count> counts() {
    synchronized (lock) {
      return counts.entrySet().stream()
          .map(each -> new Count(each.getKey().method(), each.getKey().path(), each.getValue()))
          .toList();
    }
  }

  /**
   * How many requests there were, also of those that are no longer among the latest.
   *
   * @param method such as {@code POST}
   * @param path a whole path without its query, or the end of one, such as {@code auth/sliding}
   */
  public int count(String method, String path) {
    return Math.toIntExact(
        counts().stream()
            .filter(each -> each.method().equals(method) && each.path().endsWith(path))
            .mapToLong(Count::requests)
            .sum());
  }

  /** Forgets them. */
  public void clear() {
    synchronized (lock) {
      entries.clear();
      counts.clear();
      characters = 0;
    }
  }

  void add(Entry entry) {
    synchronized (lock) {
      entries.add(entry);
      characters += entry.characters();
      while (entries.size() > CAPACITY || characters > MOST_CHARACTERS) {
        characters -= entries.removeFirst().characters();
      }
      Endpoint endpoint = new Endpoint(entry.method(), entry.path());
      boolean hasRoom = counts.size() < MOST_PATHS && entry.path().length() <= LONGEST_PATH;
      boolean isCounted = hasRoom || counts.containsKey(endpoint);
      counts.merge(isCounted ? endpoint : new Endpoint(entry.method(), OTHER_PATHS), 1L, Long::sum);
    }
  }

  private record Endpoint(String method, String path) {}

  /**
   * How many requests there were of one method and path.
   *
   * @param method such as {@code GET}
   * @param path without the query, or {@code *} for all those beyond {@value #MOST_PATHS} paths and
   *     for very long ones
   * @param requests how many
   */
  public record Count(String method, String path, long requests) {}

  /**
   * One request, without its credentials and bodies.
   *
   * @param method such as {@code GET}
   * @param path without the query
   * @param query without the question mark, empty if there was none; the values of parameters that
   *     look like credentials are left out
   * @param status of the answer, or {@value #NO_ANSWER} if the connection was ended instead of one
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

    private int characters() {
      int names = headers.stream().mapToInt(String::length).sum();
      return path.length() + query.length() + names + authorizationScheme.orElse("").length();
    }
  }
}
