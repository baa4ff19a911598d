package dev.latchkey.client.internal.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a list has been read. Immutable; a later run can go on from it.
 *
 * @param next where the next page is
 * @param count how many records the whole list has, if the server says
 * @param size how many records the first page had, which all but the last page must have; 0 before
 *     the first page
 * @param ended whether there is no next page
 */
public record Progress(Position next, OptionalLong count, long size, boolean ended) {

  /** Nothing has been read. */
  public static final Progress START = new Progress(Position.FIRST, OptionalLong.empty(), 0, false);

  Progress after(PageContent<?> page, PagingStyle style) {
    Optional<String> link = style.link(page);
    Position following = page.at().after(page.items().size(), link);
    OptionalLong total = page.count().isPresent() ? page.count() : count;
    boolean complete =
        style.isAddressable() && total.isPresent() && following.before() >= total.getAsLong();
    return new Progress(
        following, total, size == 0 ? page.items().size() : size, complete || !style.mayGoOn(page));
  }

  Progress end() {
    return new Progress(next, count, size, true);
  }

  /** Where the next pages are that can be told from here, at most so many. */
  List<Position> upcoming(int most, PagingStyle style, long limit) {
    List<Position> positions = new ArrayList<>();
    Position at = next;
    long end = Math.min(limit, count.orElse(next.before() + 1));
    while (!ended && positions.size() < most && at.before() < end) {
      positions.add(at);
      if (!style.isAddressable()) {
        break;
      }
      at = at.after(size, Optional.empty());
    }
    return positions;
  }
}
