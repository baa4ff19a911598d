package dev.latchkey.client;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.client.internal.paging.Progress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells what a query would do. */
final class QueryPlanner {

  private final QueryWalks walks;
  private final QueryShape shape;
  private final Optional<AuthStatus> credential;

  QueryPlanner(QueryWalks walks, QueryShape shape, Optional<AuthStatus> credential) {
    this.walks = walks;
    this.shape = shape;
    this.credential = credential;
  }

  QueryPlan plan() {
    Progress start = walks.start();
    if (start.ended()) {
      return new QueryPlan(List.of(), OptionalLong.of(0), start.count(), credential);
    }
    long further = further(start);
    return start.size() > 0 && further >= 0
        ? plan(List.of(), start, further)
        : new QueryPlan(
            List.of(first()),
            shape.page().isPresent() ? OptionalLong.of(1) : OptionalLong.empty(),
            start.count(),
            credential);
  }

  QueryPlan planWithCount() {
    PageStream<?> pages = walks.walk(Map.class);
    List<URI> read = pages.hasNext() ? List.of(first()) : List.of();
    if (pages.hasNext()) {
      pages.next();
    }
    Progress after = pages.progress();
    long further = after.ended() ? 0 : further(after);
    return plan(read, after, further);
  }

  private QueryPlan plan(List<URI> read, Progress after, long further) {
    boolean numbered = walks.rules().isAddressable();
    return new QueryPlan(
        new PlannedUrls(
            walks, read, after.next(), after.size(), numbered ? Math.max(further, 0) : 0),
        further < 0 ? OptionalLong.empty() : OptionalLong.of(read.size() + further),
        after.count(),
        credential);
  }

  private URI first() {
    return walks.rules().url(walks.list(), walks.start().next());
  }

  /** How many pages follow; less than none when that cannot be told. */
  private long further(Progress progress) {
    if (progress.count().isEmpty() || progress.size() == 0) {
      return -1;
    }
    long records = Math.min(shape.limit(), progress.count().getAsLong()) - progress.next().before();
    return Math.max(0, (records + progress.size() - 1) / progress.size());
  }
}
