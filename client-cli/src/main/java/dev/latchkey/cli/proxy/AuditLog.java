package dev.latchkey.cli.proxy;

import dev.latchkey.auth.ServerText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A line for each request: when, what, with which result, how many bytes of body to the service and
 * back. Queries, headers and bodies, which may be secret, are not in it, and nothing that a
 * terminal would obey.
 */
public final class AuditLog {

  private final Consumer<String> lines;
  private final InstantSource clock;

  private AuditLog(Consumer<String> lines, InstantSource clock) {
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * Keeps it somewhere.
   *
   * @param lines takes each line, from several threads
   * @param clock what time it is
   */
  public static AuditLog to(Consumer<String> lines, InstantSource clock) {
    return new AuditLog(lines, clock);
  }

  /**
   * Keeps it at the end of a file, which is made for its user alone where it is not there.
   *
   * @param file the file
   * @param clock what time it is
   * @throws ProxyException when it cannot be written
   */
  public static AuditLog in(Path file, InstantSource clock) {
    try {
      create(file);
      append(file, "");
    } catch (IOException | UncheckedIOException e) {
      throw new ProxyException("The audit file " + file + " cannot be written.", e);
    }
    return new AuditLog(line -> append(file, line + "\n"), clock);
  }

  private static void create(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Set<String> views = file.getFileSystem().supportedFileAttributeViews();
    if (views.contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void note(String method, String path, String outcome) {
    String line = clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + method + " " + path;
    lines.accept(ServerText.clean(line) + " " + outcome);
  }
}
