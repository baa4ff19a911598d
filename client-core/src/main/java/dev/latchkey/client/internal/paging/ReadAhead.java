package dev.latchkey.client.internal.paging;

import dev.latchkey.client.internal.pipeline.ExchangeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/**
 * Pages that are fetched before they are asked for, in order, never more than are planned. For one
 * thread; the fetching is done by others, or by this one when they do not get to it: so pages that
 * wait for each other's threads cannot come to a standstill.
 */
final class ReadAhead<T> {

  private final PageWalk.Source<T> source;
  private final Executor threads;
  private final Deque<Fetch<T>> coming = new ArrayDeque<>();

  ReadAhead(PageWalk.Source<T> source, Executor threads) {
    this.source = source;
    this.threads = threads;
  }

  boolean has(Position at) {
    return !coming.isEmpty() && coming.getFirst().at.equals(at);
  }

  Optional<PageContent<T>> take(Position at) {
    if (!has(at)) {
      clear();
      return source.fetch(at);
    }
    Fetch<T> first = coming.removeFirst();
    first.task.run();
    return first.await();
  }

  /** Starts what is planned and not yet under way. */
  void start(List<Position> planned) {
    planned.stream().skip(coming.size()).forEach(this::start);
  }

  private void start(Position at) {
    Fetch<T> fetch = new Fetch<>(at, new FutureTask<>(() -> source.fetch(at)));
    coming.addLast(fetch);
    try {
      threads.execute(fetch.task);
    } catch (RejectedExecutionException e) {
      // The client is closing: whoever takes the page fetches it, and is told so.
      return;
    }
  }

  /** Forgets everything; what has begun ends by itself. */
  void clear() {
    coming.forEach(fetch -> fetch.task.cancel(false));
    coming.clear();
  }

  private record Fetch<T>(Position at, FutureTask<Optional<PageContent<T>>> task) {

    Optional<PageContent<T>> await() {
      try {
        return task.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ExchangeException(
            ExchangeException.Kind.TIMED_OUT, "Interrupted while waiting for a page.", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
