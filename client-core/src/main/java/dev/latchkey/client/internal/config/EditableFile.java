package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.internal.file.OwnerOnly;
import dev.latchkey.client.internal.file.Replacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A settings file in which single values are changed. It is read and replaced only if nobody else
 * can have written it, and replaced whole. Immutable; prints no values.
 */
public final class EditableFile {

  private static final String PREFIX = ".latchkey-";

  private final Path path;
  private final SettingsText format;
  private final boolean keepsByteOrderMark;
  private final OwnerRule readable;

  private EditableFile(Path path, SettingsText format, boolean keepsByteOrderMark) {
    this.path = path.toAbsolutePath().normalize();
    this.format = format;
    this.keepsByteOrderMark = keepsByteOrderMark;
    this.readable = new ProcessOwner(System.getProperty("user.name", ""));
  }

  /** Takes a {@code .env} by python-dotenv's rules. */
  public static EditableFile env(Path path) {
    return new EditableFile(path, new DotEnvSettings(), true);
  }

  /** Takes a properties file. */
  public static EditableFile properties(Path path) {
    return new EditableFile(path, new PropertiesSettings(), true);
  }

  /**
   * Takes a {@code .gofigr}. A byte order mark is left out: GoFigr's client for Python does not
   * read a file that has one.
   */
  public static EditableFile gofigr(Path path, JsonText json, Function<Object, String> writer) {
    return new EditableFile(
        path, new GofigrSettings(path.toAbsolutePath().normalize(), json, writer), false);
  }

  /** {@return where it stands, links not followed} */
  public Path path() {
    return path;
  }

  /** {@return whether there is something, a link that leads nowhere included} */
  public boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Reads one value.
   *
   * @throws AuthConfigurationException when the file cannot be read or must not be believed
   */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values(believedText()).get(name));
  }

  /**
   * Makes sure that the file can be changed, and changes nothing.
   *
   * @throws AuthConfigurationException when it cannot
   */
  public void requireChangeable() {
    values(believedText());
    try (Replacement replacement = replacement()) {
      Ownership.require(path, replacement);
    } catch (IOException e) {
      throw WriteFailure.of(path, e);
    }
  }

  /**
   * Sets values, and leaves everything else as it is. The file is for its owner alone afterwards.
   *
   * @throws AuthConfigurationException when it cannot be done; what was there is intact then
   */
  public void change(Map<String, ? extends @Nullable Object> changes) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    changes.forEach((name, value) -> plain.put(name, plain(value)));
    String old = believedText();
    String text = old;
    for (Map.Entry<String, @Nullable Object> change : plain.entrySet()) {
      text = format.with(text, change.getKey(), change.getValue());
    }
    requireNothingElseChanged(old, text, plain);
    put(text);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Secret secret ? secret.reveal() : value;
  }

  private String believedText() {
    if (!exists()) {
      return "";
    }
    GuardedFile file = GuardedFile.at(path);
    file.objection(readable)
        .ifPresent(
            objection -> {
              throw new AuthConfigurationException(objection);
            });
    return file.read();
  }

  private Map<String, String> values(String text) {
    try {
      return format.values(text);
    } catch (IllegalArgumentException e) {
      throw GuardedFile.unusable(path, "it is not a properties file");
    }
  }

  /** An unclosed quote, for example, can swallow what is added after it. */
  private void requireNothingElseChanged(
      String old, String text, Map<String, @Nullable Object> changes) {
    Map<String, String> expected = new HashMap<>(values(old));
    changes.forEach(
        (name, value) -> {
          expected.remove(name);
          if (value instanceof String string) {
            expected.put(name, string);
          }
        });
    if (!values(text).equals(expected)) {
      throw GuardedFile.unusable(
          path, "something in it keeps " + changes.keySet() + " from being set");
    }
  }

  private void put(String text) {
    try (Replacement replacement = replacement()) {
      Ownership.require(path, replacement);
      String mark = keepsByteOrderMark && exists() ? ByteOrderMark.of(path) : "";
      replacement.put((mark + text).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw WriteFailure.of(path, e);
    }
  }

  private Replacement replacement() throws IOException {
    Path target = exists() ? GuardedFile.at(path).real() : path;
    Path directory = target.getParent();
    if (directory == null) {
      throw GuardedFile.unusable(path, "it is not a regular file");
    }
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, OwnerOnly.forDirectory(directory));
    }
    Replacement.reap(directory, PREFIX);
    return Replacement.beside(target, PREFIX);
  }

  /** {@return where it stands} */
  @Override
  public String toString() {
    return path.toString();
  }
}
