package dev.latchkey.client.internal.config;

import java.util.List;
import java.util.Map;

/**
 * What a {@code .env} file says. Not a record, because values may be secret. Immutable.
 *
 * @see DotEnvParser
 */
final class DotEnvBindings {

  private final Map<String, String> values;
  private final List<Integer> skippedLines;

  DotEnvBindings(Map<String, String> values, List<Integer> skippedLines) {
    this.values = Map.copyOf(values);
    this.skippedLines = List.copyOf(skippedLines);
  }

  Map<String, String> values() {
    return values;
  }

  /** The lines where something began that could not be understood, from 1. */
  List<Integer> skippedLines() {
    return skippedLines;
  }
}
