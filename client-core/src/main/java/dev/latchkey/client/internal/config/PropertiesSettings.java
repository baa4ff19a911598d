package dev.latchkey.client.internal.config;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A properties file as {@link Properties#load(java.io.Reader)} describes it. Stateless. */
final class PropertiesSettings implements SettingsText {

  @Override
  public Map<String, String> values(String text) {
    Properties properties = PropertiesLines.load(text);
    Map<String, String> values = new HashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name, "")));
    return values;
  }

  @Override
  public String with(String text, String name, @Nullable Object value) {
    String line = written(name, SettingsText.line(name, value));
    return PropertiesLines.last(text, name)
        .map(span -> span.replaceIn(text, line))
        .orElseGet(() -> SettingsText.ended(text) + line + SettingsText.lineEnd(text));
  }

  private static String written(String name, String value) {
    Properties single = new Properties();
    single.setProperty(name, value);
    StringWriter out = new StringWriter();
    try {
      single.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The first line is a comment with the time.
    return out.toString().lines().skip(1).findFirst().orElseThrow();
  }
}
