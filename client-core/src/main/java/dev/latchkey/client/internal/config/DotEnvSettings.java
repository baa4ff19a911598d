package dev.latchkey.client.internal.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code .env} by python-dotenv's rules. Stateless. */
final class DotEnvSettings implements SettingsText {

  @Override
  public Map<String, String> values(String text) {
    return DotEnvParser.parse(text).values();
  }

  @Override
  public String with(String text, String name, @Nullable Object value) {
    String written = DotEnvQuoting.of(SettingsText.line(name, value));
    return DotEnvParser.parse(text)
        .span(name)
        .map(span -> span.replaceIn(text, written + DotEnvQuoting.gap(text, span)))
        .orElseGet(
            () -> SettingsText.ended(text) + name + "=" + written + SettingsText.lineEnd(text));
  }
}
