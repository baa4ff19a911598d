package dev.latchkey.client.internal.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A place where settings were looked for. Tells nothing of the values themselves. Immutable.
 *
 * @param source what it is, for people
 * @param file where it stands, if it is a file
 * @param state what was found
 * @param reason why, where that is not plain
 */
public record SourceTrace(
    String source, Optional<Path> file, State state, Optional<String> reason) {

  /** What was found. */
  public enum State {
    /** There are settings. */
    READ,
    /** It is there, and has no settings for us. */
    EMPTY,
    /** It is not there. */
    ABSENT,
    /** It is not read, because another one comes in its place. */
    SHADOWED,
    /** It must not be believed, or cannot be read. */
    REFUSED
  }

  static SourceTrace ofPreset(Preset preset) {
    return new SourceTrace(
        preset.source().describe(), Optional.empty(), State.READ, Optional.empty());
  }

  static SourceTrace of(PlacedSource source) {
    State found = source.hasNames() ? State.READ : State.EMPTY;
    return new SourceTrace(
        source.describe(),
        source.file(),
        source.problem().isPresent() ? State.REFUSED : found,
        source.problem());
  }
}
