package dev.latchkey.client;

import dev.latchkey.client.internal.paging.PageWalk;
import dev.latchkey.client.internal.paging.PagingRules;
import dev.latchkey.client.internal.paging.Position;
import dev.latchkey.client.internal.paging.Progress;
import dev.latchkey.client.internal.pipeline.Pause;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/** Starts a query's ways through its list. Immutable. */
final class QueryWalks {

  private final ApiClient client;
  private final ApiRequest request;
  private final QueryShape shape;
  private final Pause pause;

  QueryWalks(ApiClient client, ApiRequest request, QueryShape shape, Pause pause) {
    this.client = client;
    this.request = request;
    this.shape = shape;
    this.pause = pause;
  }

  /** The URL of the list, whatever the page. */
  URI list() {
    URI list = request.url(client.baseUrl());
    return shape.pageSize().isPresent() ? rules().sized(list, shape.pageSize().getAsInt()) : list;
  }

  PagingRules rules() {
    return client.parts().paging().rules();
  }

  <T> PageStream<T> walk(Class<T> type) {
    ApiRequest list = request.to(list().toString());
    PageSource<T> source =
        new PageSource<>(client, list, new Patience(shape.patience(), pause), type);
    PageWalk.Way way =
        new PageWalk.Way(
            start(),
            end(),
            shape.page().isPresent() ? 0 : shape.prefetch(),
            client.parts().resources().threads(),
            shape.page().isPresent());
    return new PageStream<>(new PageWalk<>(rules(), source, way), way, this::bound);
  }

  /** Where the first page is that is read. */
  Progress start() {
    return shape.page().isPresent()
        ? new Progress(page(shape.page().getAsLong()), OptionalLong.empty(), 0, false)
        : shape.start();
  }

  private long end() {
    long before = shape.page().isPresent() ? start().next().before() : 0;
    return shape.limit() > Long.MAX_VALUE - before ? Long.MAX_VALUE : before + shape.limit();
  }

  /** By number alone it is not known how many records come before. */
  private Position page(long number) {
    long before = rules().countsRecords() ? (number - 1) * size(number) : 0;
    return new Position(number, before, Optional.empty());
  }

  private int size(long number) {
    if (shape.pageSize().isEmpty() && number > 1) {
      throw new IllegalArgumentException("Say the size of a page to ask for one by its number.");
    }
    return shape.pageSize().orElse(0);
  }

  private Bookmark bound(Progress progress) {
    String user = request.isAnonymous() ? "" : user();
    shape
        .from()
        .filter(start -> !start.user().equals(user))
        .ifPresent(
            start -> {
              throw new PagingException(
                  "The bookmark is of another user (" + start.user() + "). Log in as that user.");
            });
    return new Bookmark(list(), user, progress);
  }

  private String user() {
    return client.authenticator().status().identity().orElse("");
  }
}
