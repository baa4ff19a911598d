package dev.latchkey.client.internal.json;

import dev.latchkey.auth.testkit.DamagedInputs;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a server sends for a list is read as what it is, or refused. */
class ListFuzzTest {

  private static final List<String> FIELDS = List.of("items", "results");

  private record Item(@Nullable String accession, @Nullable Integer samples) {}

  @Test
  void readsOrRefusesWhateverAServerSends() {
    DamagedInputs.tryAll(
        ListFuzzTest::fuzzerTestOneInput,
        """
        {"count":2,"next":"https://a.example/?page=2","items":[{"accession":"MGYS1","samples":1},
        {"accession":"MGYS2\\u00e9","samples":null}],"results":[]}""",
        "[{\"accession\":\"A\"},{\"n\":[1e3,-0.5,true,{}]}]");
  }

  /** For Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Optional<Object> tree = unlessRefused(() -> Json.parse(text));
    Optional<Json.ListBody<Object>> list =
        unlessRefused(() -> Json.list(text, FIELDS, Object.class));
    if (!list.equals(tree.flatMap(ListFuzzTest::list))) {
      throw new AssertionError("The list is not what the whole text has.");
    }
    if (!tree.equals(unlessRefused(() -> Json.parseFile(text)))) {
      throw new AssertionError("The text is another one in a file.");
    }
    tree.ifPresent(ListFuzzTest::checkWriting);
    unlessRefused(() -> Json.list(text, FIELDS, Item.class));
  }

  private static void checkWriting(Object tree) {
    if (!tree.equals(Json.parse(Json.write(tree)))
        || !tree.equals(Json.parse(Json.writePretty(tree)))) {
      throw new AssertionError("The tree is another one after it was written.");
    }
  }

  /** What should be found, by a look at the whole tree. */
  private static Optional<Json.ListBody<Object>> list(Object tree) {
    if (tree instanceof List<?> items) {
      return body(items, Map.of());
    }
    if (!(tree instanceof Map<?, ?> fields)) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> envelope = new HashMap<>();
    fields.forEach((name, value) -> envelope.put((String) name, value));
    return listIn(fields, envelope);
  }

  private static Optional<Json.ListBody<Object>> listIn(
      Map<?, ?> fields, Map<String, @Nullable Object> envelope) {
    Optional<?> name =
        fields.keySet().stream()
            .filter(field -> FIELDS.contains(field) && fields.get(field) instanceof List<?>)
            .findFirst();
    if (name.isEmpty() || !(envelope.remove(name.get()) instanceof List<?> items)) {
      return Optional.empty();
    }
    return body(items, envelope);
  }

  private static Optional<Json.ListBody<Object>> body(
      List<?> items, Map<String, @Nullable Object> envelope) {
    return items.contains(null)
        ? Optional.empty()
        : Optional.of(new Json.ListBody<>(List.copyOf(items), envelope));
  }

  private static <T> Optional<T> unlessRefused(Supplier<@Nullable T> reading) {
    try {
      return Optional.ofNullable(reading.get());
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }
}
