package dev.latchkey.client.internal.paging;

import dev.latchkey.client.internal.pipeline.UrlParameters;
import java.net.URI;
import java.util.Optional;

/**
 * Pages that are asked for by their number, or by how many records come before them.
 *
 * @param parameter what takes the number
 * @param sizeParameter what takes the size of a page
 * @param countsRecords whether the number is that of the records before the page
 */
record NumberedPages(String parameter, String sizeParameter, boolean countsRecords)
    implements PagingStyle {

  @Override
  public URI url(URI list, Position at) {
    long number = countsRecords ? at.before() : at.number();
    return UrlParameters.append(list, parameter, String.valueOf(number));
  }

  @Override
  public Optional<String> link(PageContent<?> page) {
    return Optional.empty();
  }

  @Override
  public Optional<String> placing() {
    return Optional.of(parameter);
  }

  @Override
  public Optional<String> sizing() {
    return Optional.of(sizeParameter);
  }

  @Override
  public boolean isAddressable() {
    return true;
  }
}
