package dev.latchkey.client.internal.paging;

import org.jspecify.annotations.Nullable;

/** Looks for signs that records are missing between pages, or come twice. */
final class PageCheck<T> {

  private final PagingStyle style;
  private final LoopCheck loops = new LoopCheck();
  private @Nullable PageContent<T> last;

  PageCheck(PagingStyle style) {
    this.style = style;
  }

  /** Refuses a page that cannot be the one after what has been read so far. */
  void check(Progress before, PageContent<T> page) {
    long number = page.at().number();
    if (last != null && page.repeats(last)) {
      throw new PageWalk.Fault(
          "Page "
              + number
              + " is the same as the page before it: the server does not page as this profile"
              + " says.");
    }
    checkCount(before, page);
    checkSize(before, page);
    checkEnd(before, page);
  }

  /** Remembers the page as the last one. */
  void accept(PageContent<T> page) {
    style.link(page).ifPresent(loops::pass);
    last = page;
  }

  private void checkCount(Progress before, PageContent<T> page) {
    long was = before.count().orElse(0);
    long is = page.count().orElse(was);
    if (is < was) {
      throw changed(was + " records before, now " + is);
    }
    if (is > was && last != null && page.sharesRecordsWith(last)) {
      throw changed("new ones have moved others to another page");
    }
  }

  private void checkSize(Progress before, PageContent<T> page) {
    long total = page.count().orElse(before.count().orElse(-1));
    if (!style.isAddressable() || total < 0) {
      return;
    }
    long here = page.items().size();
    long left = total - page.at().before();
    boolean right =
        before.size() == 0
            ? here <= left && (here > 0 || left == 0)
            : here == Math.min(before.size(), left);
    if (!right) {
      throw new PageWalk.Fault(
          "Page "
              + page.at().number()
              + " has "
              + here
              + " records, which does not fit a list of "
              + total
              + " read in pages of "
              + before.size()
              + ". Read it again.");
    }
  }

  private void checkEnd(Progress before, PageContent<T> page) {
    long total = page.count().orElse(before.count().orElse(-1));
    long seen = page.at().before() + page.items().size();
    if (style.isAddressable() || style.mayGoOn(page) || total < 0 || total == seen) {
      return;
    }
    throw new PageWalk.Fault(
        "The list ends after "
            + seen
            + " of "
            + total
            + " records. If there are more pages, say with latchkey.profiles.NAME.paging how they"
            + " are asked for.");
  }

  private static PageWalk.Fault changed(String how) {
    return new PageWalk.Fault(
        "The list has changed while it was read ("
            + how
            + "): records may be missing or come twice. Read it again.");
  }
}
