package dev.latchkey.client.internal.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All sources, highest first. Thread-safe. */
final class Sources {

  private final List<PlacedSource> inOrder;

  Sources(List<PlacedSource> inOrder) {
    this.inOrder = List.copyOf(inOrder);
  }

  Stream<PlacedSource> stream() {
    return inOrder.stream();
  }

  /** The value that counts for a property that belongs to no profile. */
  Optional<SourcedValue> winner(String property) {
    return SourcedValue.checked(first(property, List.of()));
  }

  /** The highest source's value, a refused one as well. */
  Optional<SourcedValue> first(String property, List<ShortName> shortNames) {
    for (PlacedSource source : inOrder) {
      Optional<SourcedValue> value = source.find(property, shortNames);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /** The same, but for files that were merely found. */
  Optional<SourcedValue> firstTrusted(String property) {
    for (PlacedSource source : inOrder) {
      if (!source.place().isFoundByLocation()) {
        Optional<SourcedValue> value = source.find(property, List.of());
        if (value.isPresent()) {
          return value;
        }
      }
    }
    return Optional.empty();
  }

  /** Every source's value, refused ones as well, highest first. */
  Stream<SourcedValue> all(String property, List<ShortName> shortNames) {
    return inOrder.stream().flatMap(source -> source.find(property, shortNames).stream());
  }
}
