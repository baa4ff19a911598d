package dev.latchkey.cli.invocation;

import dev.latchkey.client.FoundProvider;
import java.util.Iterator;

/** The ids of the token stores there are, for completion. */
public final class StoreIds implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return ProviderIds.of(FoundProvider.tokenStores());
  }
}
