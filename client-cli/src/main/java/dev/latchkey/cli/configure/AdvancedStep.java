package dev.latchkey.cli.configure;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for the settings that GoFigr's notebook extension reads. */
final class AdvancedStep {

  private static final Gson JSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
          .create();

  private final Dialogue dialogue;

  AdvancedStep(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  Map<String, @Nullable Object> run() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put(
        "auto_configure",
        Question.ask(dialogue, "Auto-configure on extension load [Y/n]: ", Question::yes));
    values.put(
        "auto_publish", Question.ask(dialogue, "Auto-publish all figures [Y/n]: ", Question::yes));
    Optional<Object> metadata =
        Question.ask(dialogue, "Default revision metadata (JSON): ", AdvancedStep::json);
    values.put("default_metadata", metadata.orElse(null));
    return values;
  }

  private static Optional<Object> json(String answer) {
    try {
      return answer.isEmpty()
          ? Optional.empty()
          : Optional.ofNullable(JSON.fromJson(answer, Object.class));
    } catch (JsonParseException e) {
      throw new IllegalArgumentException("That is not JSON.", e);
    }
  }
}
