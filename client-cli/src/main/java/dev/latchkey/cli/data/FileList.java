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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds files in JSON as MGnify writes it: objects with a {@code url}, perhaps an {@code alias},
 * {@code file_size_bytes} and a {@code parent_identifier}, in lists, in pages, or in the {@code
 * downloads} and {@code index_files} of objects; one or more documents, one after the other.
 *
 * @param files the files; those of the same name are in folders named after their parents
 * @param withoutUrl how many more there are that cannot be fetched
 */
record FileList(List<WantedFile> files, int withoutUrl) {

  static FileList read(Reader in, Path directory) {
    Search search = new Search();
    try {
      new JsonStreamParser(in).forEachRemaining(element -> search.in(element, null));
    } catch (JsonParseException e) {
      throw new UsageException("The list of files is not JSON.");
    }
    if (search.found.isEmpty()) {
      throw new UsageException("The list names no files: none has a 'url'.");
    }
    return new FileList(placed(search.found, directory), search.withoutUrl);
  }

  private static List<WantedFile> placed(Set<Entry> entries, Path directory) {
    Map<String, Long> names =
        entries.stream().collect(Collectors.groupingBy(Entry::name, Collectors.counting()));
    Set<Path> taken = new HashSet<>();
    List<WantedFile> files = new ArrayList<>();
    for (Entry entry : entries) {
      boolean unique = names.getOrDefault(entry.name(), 1L) == 1;
      WantedFile file = entry.in(unique ? directory : entry.folder(directory));
      if (!taken.add(file.target())) {
        throw new UsageException(
            "The list has two files for "
                + file.target()
                + ". Give each an 'alias' or a 'parent_identifier' of its own.");
      }
      files.add(file);
    }
    return files;
  }

  private record Entry(String url, String name, @Nullable String parent, OptionalLong length) {

    Path folder(Path directory) {
      return parent == null ? directory : directory.resolve(WantedFile.nameOf(parent));
    }

    WantedFile in(Path folder) {
      WantedFile file = WantedFile.of(url, folder.resolve(name));
      return length.isPresent() ? file.withLength(length.getAsLong()) : file;
    }
  }

  private static final class Search {

    private static final List<String> WITHIN =
        List.of("downloads", "index_files", "items", "results", "data");

    /** Files have one of these, whatever else they lack. */
    private static final List<String> OF_FILES = List.of("url", "alias", "path");

    /** The same file may be listed twice, by two who use it. */
    private final Set<Entry> found = new LinkedHashSet<>();

    private int withoutUrl;

    void in(JsonElement element, @Nullable String parent) {
      if (element instanceof JsonArray array) {
        array.forEach(each -> in(each, parent));
      } else if (element instanceof JsonObject object) {
        String own = text(object, "parent_identifier");
        inObject(object, own == null ? parent : own);
      }
    }

    private void inObject(JsonObject object, @Nullable String parent) {
      String url = text(object, "url");
      if (url != null) {
        found.add(entry(object, url, parent));
      } else if (OF_FILES.stream().anyMatch(object::has)) {
        withoutUrl++;
      }
      WITHIN.stream()
          .map(object::get)
          .filter(JsonArray.class::isInstance)
          .forEach(list -> in(list, parent));
    }

    private static Entry entry(JsonObject object, String url, @Nullable String parent) {
      String alias = text(object, "alias");
      String size = text(object, "file_size_bytes");
      return new Entry(
          url,
          WantedFile.nameOf(alias == null ? url : alias),
          parent,
          size != null && size.matches("\\d{1,18}")
              ? OptionalLong.of(Long.parseLong(size))
              : OptionalLong.empty());
    }

    private static @Nullable String text(JsonObject object, String field) {
      return object.get(field) != null && object.get(field).isJsonPrimitive()
          ? object.get(field).getAsString()
          : null;
    }
  }
}
