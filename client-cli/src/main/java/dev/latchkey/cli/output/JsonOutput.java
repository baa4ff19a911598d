package dev.latchkey.cli.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import dev.latchkey.client.ApiResponse;
import org.jspecify.annotations.Nullable;

/** JSON for standard output: indented for a person at a terminal, on one line for a program. */
public final class JsonOutput {

  private static final Gson ONE_LINE =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeNulls()
          .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
          .create();
  private static final Gson INDENTED = ONE_LINE.newBuilder().setPrettyPrinting().create();

  private JsonOutput() {}

  /** {@return the text of a tree of maps, lists and values} */
  public static String of(@Nullable Object tree) {
    return (Terminal.find().isEmpty() ? ONE_LINE : INDENTED).toJson(tree);
  }

  static String oneLine(@Nullable Object tree) {
    return ONE_LINE.toJson(tree);
  }

  /** The answer itself; an answer that is not JSON is an error. */
  public static String of(ApiResponse response) {
    return of(response.json());
  }
}
