package dev.latchkey.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The requests that a sandbox has answered, in the order of their answers. Thread-safe. */
public final class RequestLog {
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  RequestLog() {}

  /** All requests so far. A request is in it before its client sees the answer. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /**
   * How many requests there were.
   *
   * @param method such as {@code POST}
   * @param path a whole path without its query, or the end of one, such as {@code auth/sliding}
   */
  public int count(String method, String path) {
    return (int)
        entries.stream()
            .filter(entry -> entry.method().equals(method) && entry.path().endsWith(path))
            .count();
  }

  /** Forgets them. */
  public void clear() {
    entries.clear();
  }

  void add(Entry entry) {
    entries.add(entry);
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
