package dev.latchkey.client.internal.paging;

import java.io.Serial;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a list page by page, and finds nothing silently missing. Holds a bounded number of
 * pages, however long the list. For one thread.
 *
 * @param <T> the type of the records
 */
public final class PageWalk<T> implements Iterator<PageContent<T>>, AutoCloseable {

  private final PagingStyle style;
  private final Source<T> source;
  private final ReadAhead<T> ahead;
  private final int depth;
  private final long limit;
  private final boolean single;
  private final PageCheck<T> check;
  private Progress progress;
  private @Nullable PageContent<T> fetched;

  /** Where pages come from. Used by several threads when pages are fetched ahead. */
  @FunctionalInterface
  public interface Source<T> {

    /** {@return the page, or empty when the server says that there is none} */
    Optional<PageContent<T>> fetch(Position at);
  }

  /**
   * How to go.
   *
   * @param from how far the list has been read already
   * @param limit how many records of the whole list are wanted
   * @param depth how many pages to fetch before they are asked for
   * @param threads who fetches them
   * @param single whether the first page is wanted alone
   */
  public record Way(Progress from, long limit, int depth, Executor threads, boolean single) {}

  /** Stands before the first page; nothing is fetched yet. */
  public PageWalk(PagingRules rules, Source<T> source, Way way) {
    this.style = rules.style();
    this.source = source;
    this.ahead = new ReadAhead<>(source, way.threads());
    this.depth = way.depth();
    this.limit = way.limit();
    this.single = way.single();
    this.progress = way.from();
    this.check = new PageCheck<>(style);
  }

  @Override
  public boolean hasNext() {
    if (fetched == null && !progress.ended() && progress.next().before() < limit) {
      fetched = fetch();
    }
    return fetched != null;
  }

  @Override
  public PageContent<T> next() {
    if (!hasNext() || fetched == null) {
      throw new NoSuchElementException();
    }
    PageContent<T> page = fetched;
    fetched = null;
    progress = progress.after(page, style);
    if (single) {
      progress = progress.end();
    }
    check.accept(page);
    ahead.start(progress.upcoming(depth, style, limit));
    return page;
  }

  /** {@return how far the list has been read} */
  public Progress progress() {
    return progress;
  }

  private @Nullable PageContent<T> fetch() {
    Position at = progress.next();
    boolean early = ahead.has(at);
    Optional<PageContent<T>> page = ahead.take(at);
    if (single) {
      return only(page);
    }
    try {
      return checked(page);
    } catch (Fault e) {
      if (!early) {
        throw e;
      }
      // Pages fetched early may be older than the one before them: look once more.
      ahead.clear();
      return checked(source.fetch(at));
    }
  }

  private PageContent<T> only(Optional<PageContent<T>> page) {
    return page.filter(found -> !found.isEmpty() || found.at().number() == 1)
        .orElseThrow(
            () ->
                new Fault(
                    "There is no page "
                        + progress.next().number()
                        + ": the list ends before it"
                        + page.map(PageContent::count).map(PageWalk::records).orElse("")
                        + "."));
  }

  private static String records(OptionalLong count) {
    return count.isPresent() ? ", after " + count.getAsLong() + " records" : "";
  }

  private @Nullable PageContent<T> checked(Optional<PageContent<T>> page) {
    if (page.isEmpty() && progress.count().isPresent()) {
      throw new Fault(
          "Page "
              + progress.next().number()
              + " is not there, but the list should have "
              + progress.count().getAsLong()
              + " records. Read it again.");
    }
    if (page.isEmpty() || isEnd(page.get())) {
      progress = progress.end();
      return null;
    }
    check.check(progress, page.get());
    return page.get();
  }

  /** Without a count, an empty page is how a list tells that it has ended. */
  private boolean isEnd(PageContent<T> page) {
    return page.isEmpty()
        && page.at().number() > 1
        && page.count().isEmpty()
        && style.isAddressable();
  }

  /** Fetches nothing more. */
  @Override
  public void close() {
    progress = progress.end();
    fetched = null;
    ahead.clear();
  }

  /** A list cannot be read to its end without a gap. The message is for people. */
  public static final class Fault extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message);
    }
  }
}
