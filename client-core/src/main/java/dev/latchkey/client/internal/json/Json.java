package dev.latchkey.client.internal.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import dev.latchkey.auth.Secret;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) as trees of {@code Map<String, Object>}, {@code List<Object>}, {@code String},
 * {@code Number}, {@code Boolean} and null. Numbers keep the digits they were written with. No
 * error repeats the text, which may hold a secret. Thread-safe.
 */
public final class Json {

  private static final Gson GSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
          .registerTypeAdapter(Secret.class, new SecretWriter())
          .disableHtmlEscaping()
          .serializeNulls()
          .create();
  private static final Gson PRETTY = GSON.newBuilder().setPrettyPrinting().create();

  private Json() {}

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException when it is not JSON
   */
  public static @Nullable Object parse(String text) {
    return parseAs(text, Object.class);
  }

  /**
   * Reads a text into a caller's class or record.
   *
   * @throws IllegalArgumentException when it is not JSON, or does not fit the class
   */
  public static <T> @Nullable T parseAs(String text, Class<T> type) {
    // Not Gson.fromJson: it takes nothing at all for null, and ignores what follows a null.
    try (JsonReader in = new UniqueNames(text)) {
      T value = GSON.getAdapter(type).read(in);
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("something follows the value");
      }
      return value;
    } catch (JsonIOException e) {
      throw new IllegalArgumentException(
          type.getName() + " cannot be filled; a module must open its package to com.google.gson");
    } catch (IOException | RuntimeException e) {
      // Gson's own message quotes what it read, and what it gave to a record's constructor.
      throw new IllegalArgumentException("not valid JSON for " + type.getSimpleName());
    }
  }

  /** Writes a tree on one line; a {@link Secret} stands for its value. */
  public static String write(@Nullable Object tree) {
    return GSON.toJson(tree);
  }

  /** Writes a tree for people, indented by two spaces. */
  public static String writePretty(@Nullable Object tree) {
    return PRETTY.toJson(tree);
  }

  private static final class SecretWriter extends TypeAdapter<Secret> {

    @Override
    public void write(JsonWriter out, @Nullable Secret secret) throws IOException {
      if (secret == null) {
        out.nullValue();
      } else {
        out.value(secret.reveal());
      }
    }

    @Override
    public Secret read(JsonReader in) {
      throw new JsonParseException("secrets are read as text");
    }
  }
}
