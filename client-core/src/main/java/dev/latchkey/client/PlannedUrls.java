package dev.latchkey.client;

import dev.latchkey.client.internal.paging.Position;
import java.net.URI;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The URLs of a list's pages, each computed when it is looked at. Immutable. */
final class PlannedUrls extends AbstractList<URI> {

  private final QueryWalks walks;
  private final List<URI> read;
  private final Position next;
  private final long pageSize;
  private final long further;

  PlannedUrls(QueryWalks walks, List<URI> read, Position next, long pageSize, long further) {
    this.walks = walks;
    this.read = read;
    this.next = next;
    this.pageSize = pageSize;
    this.further = further;
  }

  @Override
  public URI get(int index) {
    Objects.checkIndex(index, size());
    if (index < read.size()) {
      return read.get(index);
    }
    long skipped = (long) index - read.size();
    Position at =
        new Position(next.number() + skipped, next.before() + skipped * pageSize, Optional.empty());
    return walks.rules().url(walks.list(), at);
  }

  @Override
  public int size() {
    return (int) Math.min(Integer.MAX_VALUE, read.size() + further);
  }
}
