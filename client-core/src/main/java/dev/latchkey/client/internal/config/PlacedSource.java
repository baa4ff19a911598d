package dev.latchkey.client.internal.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** A configuration source that knows what it is and whether it may be believed. Thread-safe. */
final class PlacedSource implements ConfigSource {

  private final Place place;
  private final String location;
  private final ConfigSource values;
  private final Optional<String> problem;

  private PlacedSource(
      Place place, String location, ConfigSource values, Optional<String> problem) {
    this.place = place;
    this.location = location;
    this.values = values;
    this.problem = problem;
  }

  static PlacedSource inMemory(Place place, String location, Map<String, String> values) {
    return new PlacedSource(place, location, new MapSource(location, values), Optional.empty());
  }

  /** A source that an embedder brings along. */
  static PlacedSource foreign(ConfigSource source) {
    return new PlacedSource(Place.EMBEDDER, source.getName(), source, Optional.empty());
  }

  /** A source whose every value is refused; one without any may hold anything, as far as known. */
  static PlacedSource refused(
      Place place, String location, Map<String, String> values, String problem) {
    return new PlacedSource(place, location, new MapSource(location, values), Optional.of(problem));
  }

  Place place() {
    return place;
  }

  Optional<String> problem() {
    return problem;
  }

  /** What it holds under a property's own name, which comes first, or under a short name. */
  Optional<SourcedValue> find(String property, List<ShortName> shortNames) {
    Set<String> names = getPropertyNames();
    if (problem.isPresent() && names.isEmpty()) {
      return Optional.of(new SourcedValue(this, property, ""));
    }
    for (String name : place.mapsNames() ? PropertyNames.spellings(property) : Set.of(property)) {
      String value = values.getValue(name);
      if (value != null) {
        return Optional.of(new SourcedValue(this, name, value));
      }
    }
    return findShort(shortNames);
  }

  /** Other clients take an empty variable for one that is not set. */
  private Optional<SourcedValue> findShort(List<ShortName> shortNames) {
    for (ShortName name : shortNames) {
      String value = values.getValue(name.name());
      if (value != null && !value.isEmpty()) {
        return Optional.of(new SourcedValue(this, name.name(), name.complete(value)));
      }
    }
    return Optional.empty();
  }

  boolean hasNames() {
    return getPropertyNames().stream().anyMatch(PropertyNames::isOwn);
  }

  /** Whether it has a value that is not empty, refused or not. */
  boolean holds(String name) {
    String value = values.getValue(name);
    return value != null && !value.isEmpty();
  }

  /** The file it was read from, if it is one. */
  Optional<Path> file() {
    return place.isFile() ? Optional.of(Path.of(location)) : Optional.empty();
  }

  /** Says what it is, for people. */
  String describe() {
    return switch (place) {
      case EXPLICIT -> "options and code";
      case SYSTEM_PROPERTIES -> "system properties";
      case ENVIRONMENT -> "environment";
      default -> describe("");
    };
  }

  /** Says where a value comes from, for people. */
  String describe(String name) {
    return switch (place) {
      case EXPLICIT -> "option or code";
      case SYSTEM_PROPERTIES -> "system property " + name;
      case ENVIRONMENT -> "environment variable " + name;
      case NAMED_ENV_FILE, FOUND_ENV_FILE -> ".env file " + location;
      case DIRECTORY_FILE, GOFIGR_FILE, HOME_GOFIGR_FILE -> location;
      case USER_FILE -> "user configuration " + location;
      case EMBEDDER -> "configuration source " + location;
      case PRESET -> "built-in preset " + location;
    };
  }

  @Override
  public Set<String> getPropertyNames() {
    return values.getPropertyNames();
  }

  /** {@return the value, or null when there is none or it is refused} */
  @Override
  public @Nullable String getValue(String name) {
    return problem.isPresent() ? null : values.getValue(name);
  }

  @Override
  public String getName() {
    return place + " " + location;
  }

  @Override
  public int getOrdinal() {
    return place.ordinalOfSource();
  }

  @Override
  public String toString() {
    return getName();
  }
}
