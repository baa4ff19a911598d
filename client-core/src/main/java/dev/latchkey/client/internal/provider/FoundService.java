package dev.latchkey.client.internal.provider;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A service, or what is left of one that could not be loaded.
 *
 * @param service the service, if it could be loaded
 * @param id its id, if it could be loaded
 * @param problem why it could not be loaded, without a stack trace
 * @param places looks for where it was found
 * @param <S> its kind
 */
public record FoundService<S>(
    Optional<S> service,
    Optional<String> id,
    Optional<String> problem,
    Supplier<List<String>> places) {

  static <S> FoundService<S> usable(S service, String id, Supplier<List<String>> places) {
    return new FoundService<>(Optional.of(service), Optional.of(id), Optional.empty(), places);
  }

  static <S> FoundService<S> broken(String problem, List<String> locations) {
    return new FoundService<>(
        Optional.empty(), Optional.empty(), Optional.of(problem), () -> locations);
  }

  /** {@return where it was found: one place, or more where its jar is there twice} */
  public List<String> locations() {
    return places.get();
  }

  /** {@return whether it could be loaded} */
  public boolean isUsable() {
    return service.isPresent();
  }
}
