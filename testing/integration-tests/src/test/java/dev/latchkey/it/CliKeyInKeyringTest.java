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

/** An API key in a real keyring, where the command line puts it. */
class CliKeyInKeyringTest {

  private static final String NAME = "gofigr-key";

  private final Sandbox sandbox = Sandbox.start();
  private final Path directory;
  private final Cli cli;

  CliKeyInKeyringTest(@TempDir Path directory) {
    this.directory = directory;
    cli = Cli.of(directory, sandbox).with("LATCHKEY_PROFILE", "gofigr");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Cli with(GnomeKeyring keyring) {
    return cli.with("DBUS_SESSION_BUS_ADDRESS", keyring.address());
  }

  private Result configure(Cli anybody) {
    return anybody
        .asGofigrUser(sandbox)
        .run("configure", "--no-input", "--key-name", "laptop", "--save-to", "keyring");
  }

  private void assertInNoFile(String key) {
    assertThat(key).startsWith("lk_");
    try (Stream<Path> files = Files.walk(cli.home())) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .noneMatch(file -> content(file).contains(key));
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

  private String written() {
    return content(cli.home().resolve(".gofigr"));
  }

  @Test
  void isUsedFromThereAndStandsInNoFile() {
    try (GnomeKeyring keyring = GnomeKeyring.below(directory)) {
      Cli inSession = with(keyring);
      assertThat(configure(inSession).succeeded().err())
          .contains("will be saved to the keyring", "the API key in the keyring. Happy analysis!")
          .doesNotContain("lk_");
      assertInNoFile(keyring.value(NAME).strip());
      assertThat(written()).contains("workspace").doesNotContain("api_key");
      assertThat(inSession.run("get", "user").succeeded().out()).contains("demo");
      assertThat(inSession.run("status").succeeded().out())
          .contains("Source:      the keyring (user configuration ");
      assertThat(inSession.run("doctor").succeeded().out()).contains("api-key.key-keyring");

      keyring.lock();
      for (List<String> command : List.of(List.of("get", "user"), List.of("status"))) {
        Result locked = inSession.run(command.toArray(String[]::new));
        assertThat(locked.exitCode()).as(locked.toString()).isEqualTo(4);
        assertThat(locked.out()).isEmpty();
        assertThat(locked.err())
            .startsWith("latchkey: The keyring cannot be used. The program secret-tool was no help")
            .contains("perhaps the keyring is locked")
            .hasLineCount(1);
      }
      assertThat(inSession.run("doctor").exitCode()).isEqualTo(1);
    }
  }

  @Test
  void isReplacedThereWhenItIsRotated() {
    try (GnomeKeyring keyring = GnomeKeyring.below(directory)) {
      Cli inSession = with(keyring);
      configure(inSession).succeeded();
      String old = keyring.value(NAME).strip();
      Result rotated = inSession.asGofigrUser(sandbox).run("keys", "rotate").succeeded();
      String key = keyring.value(NAME).strip();
      assertThat(rotated.out()).isEmpty();
      assertThat(rotated.err())
          .contains("Put the new key into the keyring.", "Revoked the old key")
          .doesNotContain(old, key);
      assertInNoFile(key);
      assertThat(key).isNotEqualTo(old);
      inSession.run("get", "user").succeeded();
      assertThat(inSession.with("GF_API_KEY", old).run("get", "user").exitCode()).isEqualTo(4);

      keyring.lock();
      Result locked = inSession.asGofigrUser(sandbox).run("keys", "rotate");
      assertThat(locked.exitCode()).isEqualTo(1);
      assertThat(locked.err()).contains("The keyring cannot be used.").hasLineCount(1);
    }
  }

  @Test
  void takesThePlaceOfTheOneInTheFileAndStaysThere() throws IOException {
    try (GnomeKeyring keyring = GnomeKeyring.below(directory)) {
      Cli inSession = with(keyring);
      inSession
          .asGofigrUser(sandbox)
          .run("configure", "--no-input", "--key-name", "first")
          .succeeded();
      assertThat(written()).contains("\"api_key\": \"lk_");
      configure(inSession).succeeded();
      assertThat(written()).contains("\"api_key\": null").doesNotContain("lk_");

      String before = keyring.value(NAME);
      inSession
          .asGofigrUser(sandbox)
          .run("configure", "--no-input", "--key-name", "second")
          .succeeded();
      assertThat(keyring.value(NAME)).isNotEqualTo(before);
      assertThat(written()).doesNotContain("lk_");

      String[] toFile = {"configure", "--no-input", "--key-name", "x", "--save-to", "file"};
      inSession.asGofigrUser(sandbox).run(toFile).succeeded();
      assertThat(written()).contains("\"api_key\": \"lk_");
      assertThat(configure(inSession.with("GF_API_KEY", "lk_other")).succeeded().err())
          .contains("The key in the keyring is not the one that is used here: environment");
    }
  }

  @Test
  void isOfferedToWhoeverKeepsTokensWithTheKeyring() {
    try (GnomeKeyring keyring = GnomeKeyring.below(directory)) {
      Cli inSession = with(keyring).with("LATCHKEY_TOKEN_CACHE", "keyring");
      try (TerminalSession session = inSession.terminal("configure")) {
        session.answer("Keep the API key in the keyring, not in a file [Y/n]: ", "");
        session.answer("Username: ", "demo").answer("Password:", "correct horse");
        session.answer("API key (leave blank", "").answer("Key name: ", "desktop");
        session.answer("Selection [1]: ", "");
        assertThat(session.end("the last answer").exitCode()).isZero();
      }
      assertInNoFile(keyring.value(NAME).strip());
    }
  }

  @Test
  void isNotCreatedWhereThereIsNoKeyring() throws IOException {
    Result missing = configure(cli.with("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"));
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err()).contains("The keyring cannot be used.", "keep the key in a file");

    Path helper =
        Files.writeString(directory.resolve("docker-credential-hanging"), "#!/bin/sh\nsleep 100\n");
    Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
    Result hanging = configure(cli.with("LATCHKEY_TOKEN_CACHE_KEYRING_HELPER", helper.toString()));
    assertThat(hanging.exitCode()).isEqualTo(1);
    assertThat(hanging.err()).contains("did not answer within 3 seconds");
    assertThat(sandbox.requests().entries()).isEmpty();
    assertThat(cli.home().resolve(".gofigr")).doesNotExist();
  }

  @Test
  void isOfTheProfileAndNotOfADirectory() {
    Result result = cli.run("configure", "--save-to", "keyring", "--config-path", ".");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("--config-path");
    assertThat(cli.run("configure", "--save-to", "env").err())
        .contains("For profile 'gofigr' --save-to takes file or keyring.");
    assertThat(cli.run("configure", "--profile", "mgnify", "--save-to", "keyring").err())
        .contains("For profile 'mgnify' --save-to takes env or user or nowhere.");
  }
}
