package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the command line keeps tokens when it is told to keep them well. */
class CliStoreTest {

  private final Sandbox sandbox = Sandbox.start();
  private final Path directory;
  private final Cli cli;

  CliStoreTest(@TempDir Path directory) {
    this.directory = directory;
    cli = Cli.of(directory, sandbox).with("LATCHKEY_PROFILE", "mgnify");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /**
   * {@return the endings of the files that hold tokens} None of them holds one that is readable.
   */
  private List<String> sealedFiles(String token) {
    try (Stream<Path> files = Files.list(cli.home().resolve("cache/latchkey"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".lock"))
          .peek(file -> assertThat(content(file)).doesNotContain(token))
          .map(file -> file.getFileName().toString().replaceFirst("^[^.]*", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String token(Cli cli) {
    return cli.run("token").succeeded().out().strip();
  }

  @Test
  void keepsATokenForWhoeverCanOpenTheKeyring() {
    try (GnomeKeyring keyring = GnomeKeyring.below(directory)) {
      Cli inSession =
          cli.with("LATCHKEY_TOKEN_CACHE", "keyring")
              .with("DBUS_SESSION_BUS_ADDRESS", keyring.address());
      assertThat(inSession.asWebinUser(sandbox).run("login").succeeded().err())
          .doesNotContain("keyring");
      String token = token(inSession);
      assertThat(keyring.value()).matches("[A-Za-z0-9_-]{43}");
      assertThat(sealedFiles(token)).containsExactly(".keyring");

      keyring.lock();
      Result locked = inSession.run("status");
      assertThat(locked.exitCode()).isEqualTo(4);
      assertThat(locked.err())
          .containsOnlyOnce("The keyring cannot be used. The program secret-tool was no help")
          .contains("perhaps the keyring is locked");
      assertThat(sealedFiles(token)).containsExactly(".keyring");
      assertThat(sandbox.requests().count("POST", "auth/sliding")).isEqualTo(1);
    }
  }

  @Test
  void isNoLoginWhereTheTokenCannotBeKept() {
    assertNotKept(cli.with("LATCHKEY_TOKEN_CACHE", "keyring"), "The keyring cannot be used.");
    assertNotKept(cli.with("LATCHKEY_CACHE_DIR", "/proc/nowhere"), "Cannot write in /proc/nowhere");
    cli.asWebinUser(sandbox).with("LATCHKEY_TOKEN_CACHE", "memory").run("login").succeeded();
  }

  private void assertNotKept(Cli broken, String why) {
    Result login = broken.asWebinUser(sandbox).run("login", "--quiet");
    assertThat(login.exitCode()).as(login.toString()).isEqualTo(1);
    assertThat(login.out()).isEmpty();
    assertThat(login.err())
        .startsWith("latchkey: The login was accepted, but the token could not be kept: " + why);
    Result doctor = broken.asWebinUser(sandbox).run("doctor");
    assertThat(doctor.exitCode()).as(doctor.toString()).isEqualTo(1);
    assertThat(doctor.out()).contains("Problem: " + why, "1 problem.");
  }

  @Test
  void movesTokensToTheKeyringAndOn() throws IOException {
    try (GnomeKeyring keyring = GnomeKeyring.below(directory)) {
      Cli inSession = cli.with("DBUS_SESSION_BUS_ADDRESS", keyring.address());
      inSession.asWebinUser(sandbox).run("login").succeeded();
      String token = token(inSession);
      assertThat(inSession.run("store", "migrate", "--to", "keyring").succeeded().err())
          .contains("Moved the token of Webin-12345 from 'file' to 'keyring'.")
          .contains("LATCHKEY_TOKEN_CACHE=keyring", "config/latchkey/config.properties");
      assertThat(sealedFiles(token)).containsExactly(".keyring");

      Path keyFile = Files.writeString(directory.resolve("key"), "A".repeat(43) + "=\n");
      Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
      Cli on =
          inSession
              .with("LATCHKEY_TOKEN_CACHE", "encrypted")
              .with("LATCHKEY_TOKEN_CACHE_ENCRYPTED_KEY_FILE", keyFile.toString());
      on.run("store", "migrate", "--from", "keyring", "--to", "encrypted").succeeded();
      assertThat(sealedFiles(token)).containsExactly(".sealed");
      assertThat(token(on)).isEqualTo(token);
      String shown = on.run("store", "show", "-o", "json").succeeded().out();
      assertThat(Schemas.requireValid("store-1", shown))
          .contains("\"store\":\"encrypted\"", "\"users\":[\"Webin-12345\"]");
      assertThat(sandbox.requests().count("POST", "auth/sliding")).isEqualTo(1);
    }
  }

  @Test
  void movesNothingToAKeyringThatHangs() throws IOException {
    Path helper =
        Files.writeString(directory.resolve("docker-credential-hanging"), "#!/bin/sh\nsleep 100\n");
    Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
    Cli hanging = cli.with("LATCHKEY_TOKEN_CACHE_KEYRING_HELPER", helper.toString());
    hanging.asWebinUser(sandbox).run("login").succeeded();
    String token = token(hanging);
    Result result = hanging.run("store", "migrate", "--to", "keyring");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("did not answer within 3 seconds", "Nothing was deleted.")
        .doesNotContain(token);
    assertThat(token(hanging)).isEqualTo(token);
    assertThat(hanging.run("store", "migrate", "--to", "file").exitCode()).isEqualTo(2);
  }
}
