package dev.latchkey.client.internal.provider;

import java.util.List;
import java.util.Optional;

/**
 * A service, or what is left of one that could not be loaded.
 *
 * @param service the service, if it could be loaded
 * @param id its id, if it could be loaded
 * @param problem why it could not be loaded, without a stack trace
 * @param locations where it was found: one place, or more where its jar is there twice
 * @param <S> its kind
 */
public record FoundService<S>(
    Optional<S> service, Optional<String> id, Optional<String> problem, List<String> locations) {

  static <S> FoundService<S> usable(S service, String id, List<String> locations) {
    return new FoundService<>(Optional.of(service), Optional.of(id), Optional.empty(), locations);
  }

  static <S> FoundService<S> broken(String problem, List<String> locations) {
    return new FoundService<>(Optional.empty(), Optional.empty(), Optional.of(problem), locations);
  }

  /** {@return whether it could be loaded} */
  public boolean isUsable() {
    return service.isPresent();
  }
}
