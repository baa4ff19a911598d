package dev.latchkey.cli.invocation;

import dev.latchkey.client.FoundProvider;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The ids of the providers there are, for completion. */
public final class ProviderIds implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return of(FoundProvider.all());
  }

  static Iterator<String> of(List<FoundProvider> found) {
    return found.stream().map(FoundProvider::id).flatMap(Optional::stream).distinct().iterator();
  }
}
