package dev.latchkey.client.internal.paging;

import dev.latchkey.client.internal.pipeline.UrlParameters;
import java.net.URI;
import java.util.Optional;

/** How a service hands out a list in pages. Immutable. */
interface PagingStyle {

  /** The URL of a page of the list. */
  URI url(URI list, Position at);

  /** What the page says about where the next one is; empty when it says nothing. */
  Optional<String> link(PageContent<?> page);

  /** The parameter that takes the place of a page, where one does. */
  Optional<String> placing();

  /** The parameter that takes the size of a page, where the service lets its callers choose. */
  Optional<String> sizing();

  /** Asks for pages of this size, where that can be asked for. */
  default URI sized(URI list, int size) {
    return sizing()
        .map(name -> UrlParameters.append(list, name, String.valueOf(size)))
        .orElse(list);
  }

  /** Whether a page can be asked for without the one before it. */
  boolean isAddressable();

  /** Whether a page after this one may be there, as far as the page tells. */
  default boolean mayGoOn(PageContent<?> page) {
    return isAddressable() ? !page.isEmpty() : link(page).isPresent();
  }
}
