package dev.latchkey.client.internal.config;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which profiles there are, and which of them somebody has set a value for. Immutable. */
final class ProfileCensus {

  private final Set<String> known = new TreeSet<>();
  private final Set<String> used = new TreeSet<>();

  private ProfileCensus() {}

  static ProfileCensus of(Sources sources) {
    ProfileCensus census = new ProfileCensus();
    Preset.ALL.forEach(preset -> census.known.add(preset.name()));
    // Dotted names first: they alone tell an underscore from a dash.
    sources.stream().filter(source -> !source.place().mapsNames()).forEach(census::define);
    sources.stream().filter(source -> source.place().mapsNames()).forEach(census::define);
    sources.stream().forEach(census::countUses);
    return census;
  }

  /** All that say, or whose preset says, where their service is. */
  Set<String> known() {
    return Set.copyOf(known);
  }

  /** Those for which anything but a preset holds a value. */
  Set<String> used() {
    return Set.copyOf(used);
  }

  private void define(PlacedSource source) {
    for (String name : source.getPropertyNames()) {
      PropertyNames.profileDefinedBy(name)
          .filter(profile -> known.stream().noneMatch(other -> isSpelledAlike(other, profile)))
          .ifPresent(known::add);
    }
  }

  private void countUses(PlacedSource source) {
    for (String name : source.getPropertyNames()) {
      owner(name).filter(profile -> source.holds(name)).ifPresent(used::add);
    }
  }

  private Optional<String> owner(String name) {
    return PropertyNames.profileOf(name)
        .or(() -> Preset.ofShortName(name).map(Preset::name))
        .or(() -> ownerInEnvironment(name))
        .filter(known::contains);
  }

  /** The longest counts: MY_LAB_BASE_URL is not about a profile named my. */
  private Optional<String> ownerInEnvironment(String name) {
    return known.stream()
        .filter(
            profile ->
                name.startsWith(PropertyNames.inEnvironment(PropertyNames.inProfile(profile, ""))))
        .max(Comparator.comparingInt(String::length));
  }

  private static boolean isSpelledAlike(String one, String other) {
    return PropertyNames.inEnvironment(one).equals(PropertyNames.inEnvironment(other));
  }
}
