package dev.latchkey.client;

import dev.latchkey.client.internal.paging.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What of a list a query wants, and how. Immutable. */
record QueryShape(
    OptionalInt pageSize,
    OptionalLong page,
    long limit,
    int prefetch,
    Duration patience,
    Optional<Bookmark> from) {

  static final QueryShape WHOLE =
      new QueryShape(
          OptionalInt.empty(),
          OptionalLong.empty(),
          Long.MAX_VALUE,
          0,
          Duration.ZERO,
          Optional.empty());

  QueryShape withPageSize(int size) {
    return new QueryShape(OptionalInt.of(size), page, limit, prefetch, patience, from);
  }

  QueryShape withPage(long number) {
    return new QueryShape(pageSize, OptionalLong.of(number), limit, prefetch, patience, from);
  }

  QueryShape withLimit(long records) {
    return new QueryShape(pageSize, page, records, prefetch, patience, from);
  }

  QueryShape withPrefetch(int pages) {
    return new QueryShape(pageSize, page, limit, pages, patience, from);
  }

  QueryShape withPatience(Duration most) {
    return new QueryShape(pageSize, page, limit, prefetch, most, from);
  }

  QueryShape withStart(Bookmark start) {
    return new QueryShape(pageSize, page, limit, prefetch, patience, Optional.of(start));
  }

  Progress start() {
    return from.map(Bookmark::progress).orElse(Progress.START);
  }
}
