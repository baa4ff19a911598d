package dev.latchkey.client;

import dev.latchkey.client.internal.config.JsonText;
import dev.latchkey.client.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Lends our JSON to the configuration, which knows of none. */
enum FileJson implements JsonText {
  INSTANCE;

  @Override
  public @Nullable Object parse(String text) {
    return Json.parseFile(text);
  }
}
