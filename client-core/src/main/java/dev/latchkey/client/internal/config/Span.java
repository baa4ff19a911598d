package dev.latchkey.client.internal.config;

/** Where something stands in a text. Immutable. */
record Span(int start, int end) {

  String replaceIn(String text, String replacement) {
    return text.substring(0, start) + replacement + text.substring(end);
  }
}
