package dev.latchkey.client;

import dev.latchkey.client.internal.paging.PageContent;
import dev.latchkey.client.internal.paging.PageWalk;
import dev.latchkey.client.internal.paging.Progress;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The pages of a query, as callers see them: with their errors, and bookmarks. */
final class PageStream<T> implements Iterator<Page<T>> {

  private final PageWalk<T> walk;
  private final PageWalk.Way way;
  private final Bound bound;

  /** To whom a page's bookmark is bound; asked once there has been an answer. */
  interface Bound {
    Bookmark to(Progress progress);
  }

  PageStream(PageWalk<T> walk, PageWalk.Way way, Bound bound) {
    this.walk = walk;
    this.way = way;
    this.bound = bound;
  }

  Progress progress() {
    return walk.progress();
  }

  Stream<Page<T>> stream() {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(walk::close);
  }

  @Override
  public boolean hasNext() {
    return translated(walk::hasNext);
  }

  @Override
  public Page<T> next() {
    PageContent<T> page = translated(walk::next);
    return new Page<>(
        page.reply().url(), page.at().number(), wanted(page), bound.to(walk.progress()));
  }

  private List<T> wanted(PageContent<T> page) {
    long left = way.limit() - page.at().before();
    List<T> items = page.items();
    return Collections.unmodifiableList(left < items.size() ? items.subList(0, (int) left) : items);
  }

  private static <R> R translated(Supplier<R> step) {
    try {
      return step.get();
    } catch (PageWalk.Fault e) {
      throw new PagingException(String.valueOf(e.getMessage()));
    } catch (ExchangeException e) {
      throw RequestFailedException.of(e);
    }
  }
}
