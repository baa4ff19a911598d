package dev.latchkey.client.internal.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code .env} file says. Not a record, because values may be secret. Immutable.
 *
 * @see DotEnvParser
 */
final class DotEnvBindings {

  private final Map<String, String> values;
  private final Map<String, Span> spans;
  private final List<Integer> skippedLines;

  DotEnvBindings(Map<String, String> values, Map<String, Span> spans, List<Integer> skippedLines) {
    this.values = Map.copyOf(values);
    this.spans = Map.copyOf(spans);
    this.skippedLines = List.copyOf(skippedLines);
  }

  Map<String, String> values() {
    return values;
  }

  /** Where the value that counts stands, as it is written, quotes and all. */
  Optional<Span> span(String key) {
    return Optional.ofNullable(spans.get(key));
  }

  /** The lines where something began that could not be understood, from 1. */
  List<Integer> skippedLines() {
    return skippedLines;
  }
}
