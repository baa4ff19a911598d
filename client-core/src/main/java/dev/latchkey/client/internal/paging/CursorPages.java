package dev.latchkey.client.internal.paging;

import dev.latchkey.client.internal.pipeline.UrlParameters;
import java.net.URI;
import java.util.Optional;

/**
 * Pages that give the cursor of the next one.
 *
 * @param field where the cursor stands in the body
 * @param parameter what takes it
 * @param sizeParameter what takes the size of a page
 */
record CursorPages(String field, String parameter, String sizeParameter) implements PagingStyle {

  @Override
  public URI url(URI list, Position at) {
    return at.link().map(cursor -> UrlParameters.append(list, parameter, cursor)).orElse(list);
  }

  @Override
  public Optional<String> link(PageContent<?> page) {
    return page.body().text(field);
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
    return false;
  }
}
