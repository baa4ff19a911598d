package dev.latchkey.cli.doctor;

import dev.latchkey.client.Diagnosis;
import dev.latchkey.client.FoundProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that was found.
 *
 * @param program what runs, on what
 * @param diagnosis what a client would be opened with
 * @param providers the providers on the class path
 * @param stores the token stores on the class path
 * @param folder where users put providers, if this is an installation
 * @param online what the service says of the time, if it was asked
 */
public record Examined(
    String program,
    Diagnosis diagnosis,
    List<FoundProvider> providers,
    List<FoundProvider> stores,
    Optional<ProvidersFolder> folder,
    Optional<ServerClock> online) {

  /** {@return what is wrong, each with what to do about it} */
  public List<String> problems() {
    Set<String> problems = new LinkedHashSet<>(diagnosis.problems());
    Stream.concat(providers.stream(), stores.stream())
        .flatMap(found -> problems(found).stream())
        .forEach(problems::add);
    online.flatMap(ServerClock::problem).ifPresent(problems::add);
    return List.copyOf(problems);
  }

  private static List<String> problems(FoundProvider found) {
    List<String> problems = new ArrayList<>();
    found
        .problem()
        .ifPresent(
            problem ->
                problems.add(
                    "Could not be loaded: "
                        + problem
                        + ". Remove its jar"
                        + (found.locations().isEmpty()
                            ? ""
                            : " (" + String.join(", ", found.locations()) + ")")
                        + ", or put in a version that fits."));
    if (found.locations().size() > 1) {
      problems.add(
          "'"
              + found.id().orElse("")
              + "' was found more than once: "
              + String.join(", ", found.locations())
              + ". Leave one of them there.");
    }
    return problems;
  }
}
