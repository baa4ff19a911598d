package dev.latchkey.sandbox.mgnify;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A parameter that can have a few values only.
 *
 * @param name its name
 * @param problem pydantic's word for any other value: there is one for each way to declare it
 * @param values what it can be
 */
record Choice(String name, String problem, List<String> values) {
  static final Choice PIPELINE =
      new Choice(
          "has_analyses_from_pipeline",
          "enum",
          List.of("V1", "V2", "V3", "V4", "V4.1", "V5", "V6", "V6.1"));
  static final Choice EXPERIMENT =
      new Choice(
          "has_experiment_type",
          "enum",
          List.of("METAT", "METAG", "AMPLI", "ASSEM", "HYASS", "LRASS", "METAB", "UNKNO"));

  /** An order by any of {@code fields}, either way, or by none. */
  static Choice order(String... fields) {
    List<String> values = new ArrayList<>();
    for (String field : fields) {
      values.add(field);
      values.add("-" + field);
    }
    values.add("");
    return new Choice("order", "literal_error", List.copyOf(values));
  }

  /** What is asked for; refused if it is anything else. */
  Optional<String> in(Context ctx, Manners manners) {
    Optional<String> value = Optional.ofNullable(ctx.queryParam(name));
    if (value.isPresent() && !values.contains(value.get())) {
      throw manners.otherThan(this, value.get());
    }
    return value;
  }
}
