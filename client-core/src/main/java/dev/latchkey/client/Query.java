package dev.latchkey.client;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.client.internal.pipeline.Pause;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of a service, to be read page by page. A value: the other methods give changed copies, and
 * only {@link #explainWithCount}, {@link #pages}, {@link #stream} and {@link #iterator} call the
 * server. How pages are asked for is the profile's business ({@code latchkey.profiles.P.paging}).
 *
 * <p>What is read is complete, or there is an error: {@link PagingException} when the list shrinks
 * while it is read, when a page comes twice or has fewer records than it should have, or when the
 * link to the next page leads out of the service. A list that grows is read to its new end, unless
 * records are seen to move from one page to the next. Safe for use by several threads, unlike the
 * streams it gives.
 *
 * <pre>{@code
 * Query soil = client.query("studies/").with("search", "soil").pageSize(100);
 * try (Stream<Map<String, Object>> studies = soil.stream()) {
 *   studies.map(study -> study.get("title")).forEach(System.out::println);
 * }
 * }</pre>
 */
public final class Query implements Iterable<Map<String, @Nullable Object>> {

  private static final int MOST_PREFETCH = 16;

  private final ApiClient client;
  private final ApiRequest request;
  private final QueryShape shape;

  private Query(ApiClient client, ApiRequest request, QueryShape shape) {
    this.client = client;
    this.request = request;
    this.shape = shape;
  }

  static Query of(ApiClient client, ApiRequest request) {
    return new Query(client, request, QueryShape.WHOLE).checked();
  }

  /**
   * Adds a query parameter, such as a filter.
   *
   * @param name its name
   * @param value its value, not yet encoded
   * @return the changed copy
   * @throws IllegalArgumentException when it is the parameter by which pages are asked for, or
   *     their size, where that is set already
   */
  public Query with(String name, String value) {
    return new Query(client, request.withQuery(name, value), shape).checked();
  }

  /**
   * Asks for pages of this size. Servers may give smaller ones without saying so.
   *
   * @param records how many records a page is to have, at least 1
   * @return the changed copy
   * @throws IllegalArgumentException when a parameter of the list says it already
   */
  public Query pageSize(int records) {
    require(records > 0, "A page has at least 1 record.");
    return with(shape.withPageSize(records)).checked();
  }

  /**
   * Asks for one page alone.
   *
   * @param number which, from 1
   * @return the changed copy
   * @throws IllegalArgumentException when there is no such number, or the profile's pages have none
   */
  public Query page(long number) {
    require(number > 0, "Pages are counted from 1.");
    require(
        number == 1 || client.parts().paging().rules().isAddressable(),
        "The pages of this profile's lists cannot be asked for by number.");
    return with(shape.withPage(number));
  }

  /**
   * Bounds how many records are read.
   *
   * @param records how many at most, at least 1
   * @return the changed copy
   */
  public Query limit(long records) {
    require(records > 0, "The limit is at least 1 record.");
    return with(shape.withLimit(records));
  }

  /**
   * Fetches pages before they are asked for, several at a time, where the service lets its callers
   * ask for pages by number; else one. The order stays the same, and no more pages than these are
   * held.
   *
   * @param pages how many, from 0 (which is usual) to 16
   * @return the changed copy
   */
  public Query prefetch(int pages) {
    require(pages >= 0 && pages <= MOST_PREFETCH, "Prefetch 0 to 16 pages.");
    return with(shape.withPrefetch(pages));
  }

  /**
   * Waits longer than single requests do where a page fails for reasons that pass: too many
   * requests, a server that is overloaded or out of reach. Waits as long as the server says.
   *
   * @param most how long to wait for one page in all; not at all without this
   * @return the changed copy
   */
  public Query patience(Duration most) {
    return with(shape.withPatience(most));
  }

  /**
   * Leaves the credential off.
   *
   * @return the changed copy
   */
  public Query anonymously() {
    return new Query(client, request.anonymously(), shape);
  }

  /**
   * Goes on where another run of the same query has stopped.
   *
   * @param bookmark the {@link Page#bookmark()} of the last page that is not to be read again
   * @return the changed copy
   * @throws IllegalArgumentException when it is no bookmark, or one of another query
   */
  public Query after(String bookmark) {
    Bookmark start = Bookmark.parse(bookmark);
    require(
        start.list().equals(walks().list()),
        "The bookmark is of another service or another query.");
    return with(shape.withStart(start));
  }

  /** {@return what would be called, found out without calling anything} */
  public QueryPlan explain() {
    return planner().plan();
  }

  /**
   * Finds out what would be called, and asks the server for the first page to know how many pages
   * there are.
   *
   * @return the plan
   * @throws ApiException as {@link #pages()} does
   */
  public QueryPlan explainWithCount() {
    return with(shape.withPrefetch(0)).planner().planWithCount();
  }

  /**
   * Reads the list page by page, each when it is asked for.
   *
   * @return the pages, of records as trees of maps, lists, strings, numbers, booleans and null;
   *     closing it ends the fetching
   * @throws ApiException while it is read, when a page cannot be had
   */
  @SuppressWarnings("unchecked") // maps are what Class<Map> stands for here
  public Stream<Page<Map<String, @Nullable Object>>> pages() {
    return pages((Class<Map<String, @Nullable Object>>) (Class<?>) Map.class);
  }

  /**
   * Reads the list page by page, each when it is asked for.
   *
   * @param type a class or record of the caller
   * @param <T> the type of the records
   * @return the pages; closing it ends the fetching
   * @throws ApiException while it is read, when a page cannot be had, or does not fit the class
   */
  public <T> Stream<Page<T>> pages(Class<T> type) {
    return walks().walk(type).stream();
  }

  /**
   * Reads the list record by record.
   *
   * @return the records, as in {@link #pages()}
   */
  public Stream<Map<String, @Nullable Object>> stream() {
    return pages().flatMap(page -> page.records().stream());
  }

  /**
   * Reads the list record by record.
   *
   * @param type a class or record of the caller
   * @param <T> the type of the records
   * @return the records, as in {@link #pages(Class)}
   */
  public <T> Stream<T> stream(Class<T> type) {
    return pages(type).flatMap(page -> page.records().stream());
  }

  /** {@return the records one by one, as in {@link #stream()}} */
  @Override
  public Iterator<Map<String, @Nullable Object>> iterator() {
    return stream().iterator();
  }

  private QueryPlanner planner() {
    Optional<AuthStatus> credential =
        request.isAnonymous() ? Optional.empty() : Optional.of(client.authenticator().status());
    return new QueryPlanner(walks(), shape, credential);
  }

  private QueryWalks walks() {
    return new QueryWalks(client, request, shape, Pause.sleeping());
  }

  /** To fail here, and not where the stream is read. */
  private Query checked() {
    client.parts().paging().rules().check(request.url(client.baseUrl()), shape.pageSize());
    return this;
  }

  private Query with(QueryShape changed) {
    return new Query(client, request, changed);
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** {@return the path, without parameters, which may be private} */
  @Override
  public String toString() {
    return "Query[" + request.path() + "]";
  }
}
