package dev.latchkey.client.internal.paging;

import java.util.Optional;

/**
 * Where a page is in its list.
 *
 * @param number which page it is, from 1
 * @param before how many records come before it
 * @param link what leads there, in styles in which a page tells where the next one is: a URL or a
 *     cursor; empty for the first page
 */
public record Position(long number, long before, Optional<String> link) {

  /** Where every list begins. */
  public static final Position FIRST = new Position(1, 0, Optional.empty());

  Position after(long records, Optional<String> linkThere) {
    return new Position(number + 1, before + records, linkThere);
  }
}
