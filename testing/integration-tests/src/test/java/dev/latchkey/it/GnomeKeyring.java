package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A GNOME keyring of its own, unlocked, on a session bus of its own, without a display. Ends with
 * its standard input.
 */
final class GnomeKeyring implements AutoCloseable {

  private static final List<String> PROGRAMS =
      List.of(
          "dbus-run-session",
          "dbus-send",
          "gnome-keyring-daemon",
          "secret-tool",
          "docker-credential-secretservice");

  private static final String SESSION =
      """
      printf 'canary password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
      echo "READY $DBUS_SESSION_BUS_ADDRESS"
      cat >/dev/null
      """;

  private final Processes processes;
  private final Process session;
  private final String address;

  private GnomeKeyring(Processes processes, Process session, String address) {
    this.processes = processes;
    this.session = session;
    this.address = address;
  }

  /**
   * Starts one. Skips the calling test where the programs are missing, saying so; fails it instead
   * where {@code LATCHKEY_REQUIRE_PEERS=true}.
   */
  static GnomeKeyring below(Path directory) {
    String missing = "GNOME keyring not tested: install the packages in .ci/packages";
    if ("true".equals(System.getenv("LATCHKEY_REQUIRE_PEERS"))) {
      assertThat(isInstalled()).as(missing).isTrue();
    }
    assumeTrue(isInstalled(), missing);
    Path runtime = directory.resolve("runtime");
    Processes processes = Processes.below(directory);
    try {
      Files.createDirectory(
          runtime,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Process session =
          processes.start(
              List.of("dbus-run-session", "--", "sh", "-euc", SESSION),
              Map.of("XDG_RUNTIME_DIR", runtime.toString()));
      return new GnomeKeyring(processes, session, address(session));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInstalled() {
    return PROGRAMS.stream()
        .allMatch(
            program ->
                Stream.of(System.getenv("PATH").split(":"))
                    .anyMatch(directory -> Files.isExecutable(Path.of(directory, program))));
  }

  /** The daemons talk before that, too. */
  private static String address(Process session) throws IOException {
    BufferedReader out = session.inputReader(StandardCharsets.UTF_8);
    StringBuilder talk = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("READY ")) {
        return line.substring("READY ".length());
      }
      talk.append(line).append('\n');
    }
    throw new IllegalStateException("No session: " + talk);
  }

  /** {@return where its session bus is} */
  String address() {
    return address;
  }

  private Map<String, String> environment() {
    return Map.of("DBUS_SESSION_BUS_ADDRESS", address);
  }

  /** {@return a program that does what the one with this name does, at this keyring} */
  Path program(Path directory, String name) {
    try {
      Path script =
          Files.writeString(
              directory.resolve(name),
              "#!/bin/sh\nDBUS_SESSION_BUS_ADDRESS='%s' exec /usr/bin/%s \"$@\"\n"
                  .formatted(address, name));
      return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return what there is in it for us, empty when there is nothing} */
  String value() {
    return value("token-cache");
  }

  /** {@return what there is in it for us under that name, empty when there is nothing} */
  String value(String account) {
    return processes
        .run(
            List.of("secret-tool", "lookup", "service", "latchkey", "account", account),
            environment())
        .out();
  }

  void clear() {
    processes
        .run(
            List.of("secret-tool", "clear", "service", "latchkey", "account", "token-cache"),
            environment())
        .succeeded();
  }

  void lock() {
    processes
        .run(
            List.of(
                "dbus-send",
                "--session",
                "--print-reply",
                "--dest=org.freedesktop.secrets",
                "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.Lock",
                "array:objpath:/org/freedesktop/secrets/collection/login"),
            environment())
        .succeeded();
  }

  @Override
  public void close() {
    try {
      session.getOutputStream().close();
      if (!session.waitFor(10, TimeUnit.SECONDS)) {
        session.descendants().forEach(ProcessHandle::destroyForcibly);
        session.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
