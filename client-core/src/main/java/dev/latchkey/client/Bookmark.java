package dev.latchkey.client;

import dev.latchkey.client.internal.json.Json;
import dev.latchkey.client.internal.paging.Position;
import dev.latchkey.client.internal.paging.Progress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How far a list has been read, by whom.
 *
 * @param list the URL of the list
 * @param user who reads it; empty when that is not known
 * @param progress how far it has been read
 */
record Bookmark(URI list, String user, Progress progress) {

  private static final int VERSION = 1;

  String text() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("version", VERSION);
    fields.put("list", list.toString());
    fields.put("user", user);
    fields.put("page", progress.next().number());
    fields.put("records", progress.next().before());
    fields.put("link", progress.next().link().orElse(null));
    fields.put("count", progress.count().isPresent() ? progress.count().getAsLong() : null);
    fields.put("size", progress.size());
    fields.put("ended", progress.ended());
    return Json.write(fields);
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException when it is no bookmark
   */
  static Bookmark parse(String text) {
    if (!(Json.parse(text) instanceof Map<?, ?> fields)
        || whole(fields, "version").orElse(0) != VERSION
        || !(fields.get("list") instanceof String list)
        || !(fields.get("user") instanceof String user)) {
      throw new IllegalArgumentException("This is no bookmark of this version of Latchkey.");
    }
    Optional<String> link =
        fields.get("link") instanceof String there ? Optional.of(there) : Optional.empty();
    Position next =
        new Position(whole(fields, "page").orElse(1), whole(fields, "records").orElse(0), link);
    boolean ended = Boolean.TRUE.equals(fields.get("ended"));
    return new Bookmark(
        URI.create(list),
        user,
        new Progress(next, whole(fields, "count"), whole(fields, "size").orElse(0), ended));
  }

  private static OptionalLong whole(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof Number number && number.toString().matches("\\d{1,18}")
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }
}
