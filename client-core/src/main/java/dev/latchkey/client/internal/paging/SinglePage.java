package dev.latchkey.client.internal.paging;

import java.net.URI;
import java.util.Optional;

/** A list that comes whole. */
record SinglePage() implements PagingStyle {

  @Override
  public URI url(URI list, Position at) {
    return list;
  }

  @Override
  public Optional<String> link(PageContent<?> page) {
    return Optional.empty();
  }

  @Override
  public Optional<String> placing() {
    return Optional.empty();
  }

  @Override
  public Optional<String> sizing() {
    return Optional.empty();
  }

  @Override
  public boolean isAddressable() {
    return false;
  }
}
