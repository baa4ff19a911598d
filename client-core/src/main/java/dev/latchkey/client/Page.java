package dev.latchkey.client;

import java.net.URI;
import java.util.List;
import java.util.OptionalLong;

/**
 * A page of a list. Immutable; prints no records.
 *
 * @param <T> the type of the records
 */
public final class Page<T> {

  private final URI url;
  private final long number;
  private final List<T> records;
  private final Bookmark bookmark;

  Page(URI url, long number, List<T> records, Bookmark bookmark) {
    this.url = url;
    this.number = number;
    this.records = records;
    this.bookmark = bookmark;
  }

  /** {@return the URL that answered, without the credential} */
  public URI url() {
    return url;
  }

  /** {@return which page it is, from 1} */
  public long number() {
    return number;
  }

  /** {@return the records, in the server's order; unmodifiable} */
  public List<T> records() {
    return records;
  }

  /** {@return how many records the whole list has, if the server says} */
  public OptionalLong count() {
    return bookmark.progress().count();
  }

  /**
   * {@return how many records of the list have been read up to the end of this page, with those of
   * the runs that it goes on from}
   */
  public long recordsSoFar() {
    return bookmark.progress().next().before();
  }

  /**
   * Tells where to go on after this page, in another program if need be: give it to {@link
   * Query#after(String)}.
   *
   * @return a line of text without secrets, bound to the service, the user and the query
   */
  public String bookmark() {
    return bookmark.text();
  }

  /** {@return the number of the page and of its records} */
  @Override
  public String toString() {
    return "Page[" + number + ", " + records.size() + " records]";
  }
}
