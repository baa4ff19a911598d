package dev.latchkey.cli.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonStreamParser;
import dev.latchkey.cli.failure.UsageException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds files in JSON as MGnify writes it: objects with a {@code url}, perhaps an {@code alias} and
 * {@code file_size_bytes}, in lists, in pages, or in the {@code downloads} of objects; one or more
 * documents, one after the other.
 */
final class FileList {

  private static final List<String> WITHIN = List.of("downloads", "items", "results", "data");

  private final Path directory;
  private final List<WantedFile> files = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private FileList(Path directory) {
    this.directory = directory;
  }

  static List<WantedFile> read(Reader in, Path directory) {
    FileList list = new FileList(directory);
    try {
      new JsonStreamParser(in).forEachRemaining(list::add);
    } catch (JsonParseException e) {
      throw new UsageException("The list of files is not JSON.");
    }
    if (list.files.isEmpty()) {
      throw new UsageException("The list names no files: none has a 'url'.");
    }
    return list.files;
  }

  private void add(JsonElement element) {
    if (element instanceof JsonArray array) {
      array.forEach(this::add);
    } else if (element instanceof JsonObject object) {
      add(object);
    }
  }

  private void add(JsonObject object) {
    String url = text(object, "url");
    if (url != null) {
      files.add(file(object, url));
      return;
    }
    WITHIN.stream().map(object::get).filter(JsonArray.class::isInstance).forEach(this::add);
  }

  private WantedFile file(JsonObject object, String url) {
    String alias = text(object, "alias");
    String name = WantedFile.nameOf(alias == null ? url : alias);
    if (!names.add(name)) {
      throw new UsageException("The list has two files named " + name + ".");
    }
    WantedFile file = WantedFile.of(url, directory.resolve(name));
    String size = text(object, "file_size_bytes");
    return size != null && size.matches("\\d{1,18}") ? file.withLength(Long.parseLong(size)) : file;
  }

  private static @Nullable String text(JsonObject object, String field) {
    return object.get(field) != null && object.get(field).isJsonPrimitive()
        ? object.get(field).getAsString()
        : null;
  }
}
