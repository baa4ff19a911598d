package dev.latchkey.sandbox.mgnify;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.http.Refusal;

/** What pydantic finds wrong with a request, as status 422. Not thread-safe. */
final class ValidationProblems {
  private final JsonArray found = new JsonArray();

  ValidationProblems missing(String... location) {
    return add("missing", "Field required", location);
  }

  ValidationProblems notString(String... location) {
    return add("string_type", "Input should be a valid string", location);
  }

  ValidationProblems notInteger(String... location) {
    return add(
        "int_parsing",
        "Input should be a valid integer, unable to parse string as an integer",
        location);
  }

  ValidationProblems belowOne(String... location) {
    JsonObject context = new JsonObject();
    context.addProperty("ge", 1);
    return add("greater_than_equal", "Input should be greater than or equal to 1", location)
        .because(context);
  }

  ValidationProblems otherThan(Choice choice, String... location) {
    String quoted = "'" + String.join("', '", choice.values()) + "'";
    String expected = quoted.replaceFirst(", ('[^']*')$", " or $1");
    JsonObject context = new JsonObject();
    context.addProperty("expected", expected);
    return add(choice.problem(), "Input should be " + expected, location).because(context);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  Refusal refusal() {
    JsonObject body = new JsonObject();
    body.add("detail", found);
    return new Refusal(422, body);
  }

  private ValidationProblems because(JsonObject context) {
    found.get(found.size() - 1).getAsJsonObject().add("ctx", context);
    return this;
  }

  private ValidationProblems add(String type, String message, String... location) {
    JsonArray loc = new JsonArray();
    for (String step : location) {
      loc.add(step);
    }
    JsonObject problem = new JsonObject();
    problem.addProperty("type", type);
    problem.add("loc", loc);
    problem.addProperty("msg", message);
    found.add(problem);
    return this;
  }
}
