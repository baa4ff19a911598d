package dev.latchkey.client.internal.provider;

import dev.latchkey.auth.AuthConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All services of one kind that were found, and the words to tell of them. Immutable.
 *
 * @param noun what they are called
 * @param all in the order of ids, the broken ones last
 * @param <S> their kind
 */
record Findings<S>(String noun, List<FoundService<S>> all) {

  /** {@return those that can be used and have the id, if there is one} */
  List<FoundService<S>> candidates(Optional<String> id) {
    List<FoundService<S>> candidates = new ArrayList<>();
    for (FoundService<S> found : all) {
      if (found.isUsable() && (id.isEmpty() || id.equals(found.id()))) {
        candidates.add(found);
      }
    }
    return candidates;
  }

  /**
   * {@return the only candidate} Two with one id, or in two places, are an error: never a guess.
   */
  S only(List<FoundService<S>> candidates) {
    FoundService<S> first = candidates.get(0);
    List<String> places = new ArrayList<>();
    candidates.forEach(found -> places.addAll(found.locations()));
    if (places.size() > 1) {
      throw new AuthConfigurationException(
          "The "
              + noun
              + " '"
              + first.id().orElseThrow()
              + "' was found more than once: "
              + String.join(", ", places)
              + ". Leave one of them there.");
    }
    return first.service().orElseThrow();
  }

  String ids() {
    String ids = each(FoundService::id).collect(Collectors.joining(", "));
    return ids.isEmpty() ? "none" : ids;
  }

  /** {@return a sentence about what could not be loaded, empty where everything could} */
  String broken() {
    String broken = each(FoundService::problem).collect(Collectors.joining("; "));
    return broken.isEmpty() ? "" : " Could not be loaded: " + broken;
  }

  private Stream<String> each(Function<FoundService<S>, Optional<String>> part) {
    return all.stream().map(part).flatMap(Optional::stream);
  }
}
