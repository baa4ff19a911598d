package dev.latchkey.client.internal.json;

import com.google.gson.FormattingStyle;
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
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) as trees of {@code Map<String, Object>}, {@code List<Object>}, {@code String},
 * {@code Number}, {@code Boolean} and null. Numbers keep the digits they were written with. No
 * error repeats the text, which may hold a secret. Thread-safe.
 */
public final class Json {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,18}");

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
   * Reads a text that is an object.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  @SuppressWarnings("unchecked") // JSON has no other keys than strings
  public static Map<String, Object> parseObject(String text) {
    if (parse(text) instanceof Map<?, ?> object) {
      return (Map<String, Object>) object;
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  /**
   * Reads a file that people may have changed.
   *
   * @throws IllegalArgumentException when it is not JSON; the message is the line
   */
  public static @Nullable Object parseFile(String text) {
    UniqueNames in = new UniqueNames(text);
    try {
      return whole(in, Trees::value);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("line " + in.line());
    }
  }

  /**
   * Reads a text into a caller's class or record.
   *
   * @throws IllegalArgumentException when it is not JSON, or does not fit the class
   */
  public static <T> @Nullable T parseAs(String text, Class<T> type) {
    return read(text, type, reading(type));
  }

  /**
   * Reads a list, bare or in an envelope, into a caller's class or record; {@code Map.class} stands
   * for trees.
   *
   * @param itemFields where in an envelope the list may stand
   * @throws IllegalArgumentException when it is not JSON, there is no list, or something in it is
   *     null or does not fit the class
   */
  public static <T> ListBody<T> list(String text, List<String> itemFields, Class<T> type) {
    ListReader<T> reader = new ListReader<>(reading(type), itemFields);
    return Objects.requireNonNull(read(text, type, reader::read));
  }

  /** Not {@link Gson#fromJson}, which takes nothing for null, and ignores what follows a null. */
  @SuppressWarnings("unchecked") // what is read for a tree is one
  private static <T> Reading<T> reading(Class<T> type) {
    if (type == Object.class) {
      return in -> (T) Trees.value(in);
    }
    if (type == Map.class) {
      return in -> (T) Trees.object(in);
    }
    return in -> Mapping.COMPACT.getAdapter(type).read(in);
  }

  private static JsonReader reader(String text, Class<?> type) {
    if (type != Object.class && type != Map.class) {
      return new UniqueNames(text);
    }
    JsonReader in = new JsonReader(new StringReader(text));
    in.setStrictness(Strictness.STRICT);
    return in;
  }

  private static <T> @Nullable T read(String text, Class<?> type, Reading<T> reading) {
    try (JsonReader in = reader(text, type)) {
      return whole(in, reading);
    } catch (JsonIOException e) {
      throw new IllegalArgumentException(
          type.getName() + " cannot be filled; a module must open its package to com.google.gson");
    } catch (IOException | RuntimeException e) {
      // Gson's own message quotes what it read, and what it gave to a record's constructor.
      throw new IllegalArgumentException("not valid JSON for " + type.getSimpleName());
    }
  }

  private static <T> @Nullable T whole(JsonReader in, Reading<T> reading) throws IOException {
    T value = reading.of(in);
    if (in.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedJsonException("something follows the value");
    }
    return value;
  }

  /** Writes a tree on one line; a {@link Secret} stands for its value. */
  public static String write(@Nullable Object tree) {
    return Mapping.COMPACT.toJson(tree);
  }

  /** Writes a tree for people, indented as GoFigr's clients do it: by four spaces. */
  public static String writePretty(@Nullable Object tree) {
    return Mapping.PRETTY.toJson(tree);
  }

  /**
   * A list, and what stands beside it in its envelope.
   *
   * @param items the list
   * @param envelope the other fields, as trees; empty for a bare list
   * @param <T> the type of the items
   */
  public record ListBody<T>(List<T> items, Map<String, @Nullable Object> envelope) {

    /**
     * Reads a text from the envelope.
     *
     * @param path names with dots between, such as {@code links.next}
     * @return the text; empty when there is none, or it is empty or not a text or number
     */
    public Optional<String> text(String path) {
      Object value = find(path);
      return value instanceof String || value instanceof Number
          ? Optional.of(value.toString()).filter(text -> !text.isEmpty())
          : Optional.empty();
    }

    /** {@return a whole number that is not negative, from the envelope} */
    public OptionalLong whole(String path) {
      return find(path) instanceof Number number
              && WHOLE_NUMBER.matcher(number.toString()).matches()
          ? OptionalLong.of(number.longValue())
          : OptionalLong.empty();
    }

    private @Nullable Object find(String path) {
      Object value = envelope;
      for (String name : path.split("\\.", -1)) {
        value = value instanceof Map<?, ?> fields ? fields.get(name) : null;
      }
      return value;
    }
  }

  /** Reads one value. */
  interface Reading<T> {
    @Nullable T of(JsonReader in) throws IOException;
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

  /** Apart, because making them takes longer than reading a small tree, which needs none. */
  private static final class Mapping {

    static final Gson COMPACT =
        new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER)
            .registerTypeAdapter(Secret.class, new SecretWriter())
            .disableHtmlEscaping()
            .serializeNulls()
            .create();
    static final Gson PRETTY =
        COMPACT.newBuilder().setFormattingStyle(FormattingStyle.PRETTY.withIndent("    ")).create();
  }
}
