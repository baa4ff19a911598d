package dev.latchkey.client.internal.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a {@code .env} file as python-dotenv 1.2 does, but expands no variables: secrets are taken
 * as they stand. Takes time in proportion to the text. For one thread.
 */
final class DotEnvParser {

  private static final String EXPORT = "export";

  private final DotEnvText text;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Span> spans = new HashMap<>();
  private final List<Integer> skippedLines = new ArrayList<>();

  private DotEnvParser(String text) {
    this.text = new DotEnvText(text);
  }

  static DotEnvBindings parse(String text) {
    DotEnvParser parser = new DotEnvParser(text);
    parser.parseAll();
    return new DotEnvBindings(parser.values, parser.spans, parser.skippedLines);
  }

  private void parseAll() {
    text.skipBlank();
    while (!text.isAtEnd()) {
      int line = text.line();
      if (!parseBinding()) {
        skippedLines.add(line);
        text.skipLine();
      }
      text.skipBlank();
    }
  }

  /** Tells whether it understood; where not, the text stands where it stopped. */
  private boolean parseBinding() {
    text.skipWord(EXPORT);
    if (text.isAt('#')) {
      text.skipLine();
      return true;
    }
    Optional<String> key = text.isAt('\'') ? text.quotedKey() : text.plainKey();
    if (key.isEmpty()) {
      return false;
    }
    text.skipSpaces();
    return text.isAt('=') ? parseValue(key.get()) : forget(key.get());
  }

  private boolean parseValue(String key) {
    text.skipOne();
    boolean spaced = text.skipSpaces();
    int start = text.position();
    boolean isQuoted = text.isAt('\'') || text.isAt('"');
    Optional<String> value = spaced && text.isAt('#') ? Optional.of("") : value();
    int end = isQuoted ? text.position() : start + value.map(String::length).orElse(0);
    if (value.isEmpty() || !text.endsLine()) {
      return false;
    }
    values.put(key, value.get());
    spans.put(key, new Span(start, end));
    return true;
  }

  /** A key without {@code =} has no value, and the last line of a key counts. */
  private boolean forget(String key) {
    if (!text.endsLine()) {
      return false;
    }
    values.remove(key);
    spans.remove(key);
    return true;
  }

  private Optional<String> value() {
    if (text.isAt('\'')) {
      return text.quoted('\'').map(raw -> DotEnvEscapes.decode(raw, "\\'"));
    }
    if (text.isAt('"')) {
      return text.quoted('"').map(raw -> DotEnvEscapes.decode(raw, "\\'\"abfnrtv"));
    }
    return Optional.of(text.unquoted());
  }
}
