package dev.latchkey.client;

import dev.latchkey.client.Diagnosis.Access;
import dev.latchkey.client.Diagnosis.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at whose files are and who may read them. Never opens one. Stateless. */
final class FileAccess {

  /** More than anybody reads. */
  private static final int MOST = 100;

  private static final Pattern NOTE = Pattern.compile(" \\([^()]*\\)$");

  private FileAccess() {}

  /** {@return whose a file is, where links lead; empty when there is none or no telling} */
  static Optional<Access> of(Path path) {
    try {
      return Optional.of(
          new Access(Files.getOwner(path).getName(), permissions(path).map(FileAccess::octal)));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  static boolean isReadableByOthers(Path path) {
    try {
      return permissions(path)
          .filter(mode -> mode.contains(PosixFilePermission.OTHERS_READ))
          .isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * {@return a directory and the files in it, or nothing where the text is no such path} What
   * stands in parentheses behind it is for people. Directories in it hold something else than
   * tokens.
   */
  static List<Stored> below(String location) {
    try {
      Path directory = Path.of(NOTE.matcher(location).replaceFirst(""));
      return directory.isAbsolute() && Files.isDirectory(directory) ? list(directory) : List.of();
    } catch (InvalidPathException e) {
      return List.of();
    }
  }

  private static List<Stored> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      Stream<Path> kept = files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS));
      return Stream.concat(Stream.of(directory), kept.limit(MOST).sorted())
          .flatMap(path -> of(path).map(access -> new Stored(path, access)).stream())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return of(directory).map(access -> new Stored(directory, access)).stream().toList();
    }
  }

  private static Optional<Set<PosixFilePermission>> permissions(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    return view == null ? Optional.empty() : Optional.of(view.readAttributes().permissions());
  }

  private static String octal(Set<PosixFilePermission> mode) {
    int bits = 0;
    for (PosixFilePermission permission : PosixFilePermission.values()) {
      bits = bits << 1 | (mode.contains(permission) ? 1 : 0);
    }
    return String.format(Locale.ROOT, "0%03o", bits);
  }
}
