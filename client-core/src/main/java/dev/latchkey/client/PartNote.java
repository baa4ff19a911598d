package dev.latchkey.client;

import dev.latchkey.client.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a partial file is a part of, in a small file beside it. Immutable; a note that was torn says
 * nothing.
 */
final class PartNote {

  private static final int LARGEST = 64 << 10;

  private final Path path;
  private final URI url;

  PartNote(Path path, URI url) {
    this.path = path;
    this.url = url;
  }

  boolean isThere() {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Without a note of the same file, what is there cannot be gone on from. */
  Origin read() throws IOException {
    return content() instanceof Map<?, ?> noted && url.toString().equals(noted.get("url"))
        ? new Origin(
            noted.get("validator") instanceof String text ? Optional.of(text) : Optional.empty(),
            noted.get("total") instanceof Number total
                ? OptionalLong.of(total.longValue())
                : OptionalLong.empty())
        : Origin.UNKNOWN;
  }

  private @Nullable Object content() throws IOException {
    if (!isThere() || Files.size(path) > LARGEST) {
      return null;
    }
    try {
      return Json.parse(Files.readString(path));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  void write(Origin origin) throws IOException {
    Map<String, Object> noted = new LinkedHashMap<>();
    noted.put("url", url.toString());
    origin.validator().ifPresent(text -> noted.put("validator", text));
    origin.total().ifPresent(bytes -> noted.put("total", bytes));
    Files.writeString(
        path,
        Json.write(noted),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  /**
   * The whole that a part is of.
   *
   * @param validator tells this state of it from others (RFC 9110, section 8.8): a strong entity
   *     tag, or else a date
   * @param total how many bytes it has
   */
  record Origin(Optional<String> validator, OptionalLong total) {

    static final Origin UNKNOWN = new Origin(Optional.empty(), OptionalLong.empty());

    /** Whether that is known to be another state, or another thing. */
    boolean differsFrom(Origin other) {
      return (validator.isPresent()
              && other.validator.isPresent()
              && !validator.equals(other.validator))
          || (total.isPresent() && other.total.isPresent() && !total.equals(other.total));
    }

    /** What this one knows, and else what the other one does. */
    Origin or(Origin other) {
      return new Origin(
          validator.or(() -> other.validator), total.isPresent() ? total : other.total);
    }
  }
}
