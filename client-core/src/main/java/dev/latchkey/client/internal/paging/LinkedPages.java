package dev.latchkey.client.internal.paging;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Pages that give the URL of the next one: in a field of the body, or in a {@code Link} header (RFC
 * 8288) when no field is named.
 *
 * @param field where the URL stands in the body, if it does
 * @param sizeParameter what takes the size of a page
 * @param base the URL below which every page must be
 */
record LinkedPages(Optional<String> field, String sizeParameter, URI base) implements PagingStyle {

  @Override
  public URI url(URI list, Position at) {
    return at.link().map(link -> NextLink.resolve(list, link, base)).orElse(list);
  }

  @Override
  public Optional<String> link(PageContent<?> page) {
    Optional<String> link =
        field.isPresent()
            ? page.body().text(field.get())
            : LinkHeader.next(page.reply().headers().getOrDefault("Link", List.of()));
    return link.map(text -> NextLink.resolve(page.reply().url(), text, base).toString());
  }

  @Override
  public Optional<String> placing() {
    return Optional.empty();
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
