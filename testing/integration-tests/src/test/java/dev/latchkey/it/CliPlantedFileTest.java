package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One user has put a {@code .gofigr} into a directory that others work in, to have their keys sent
 * to a server of his own.
 */
class CliPlantedFileTest {

  private static final int VICTIM = 65_533;
  private static final int PLANTER = 65_534;

  private final Sandbox good = Sandbox.start();
  private final Sandbox evil = Sandbox.start();
  private Cli cli = Cli.of(Path.of(""), good);
  private Path shared = Path.of("");
  private Path planted = Path.of("");
  private Distribution installed = Distribution.ofBuild();
  private String key = "";

  @BeforeEach
  void plant(@TempDir Path directory) throws IOException {
    assumeThat(Files.getOwner(Path.of("/proc/self")).getName())
        .as("root runs this")
        .isEqualTo("root");
    cli = Cli.of(directory, good).with("LATCHKEY_PROFILE", "gofigr");
    key = cli.asGofigrUser(good).run("keys", "create", "mine").succeeded().out().strip();
    shared = open(Files.createDirectories(directory.resolve("shared/project")), PLANTER);
    planted = directory.resolve("shared/.gofigr");
    Files.writeString(planted, "{\"url\": \"" + evil.gofigrUrl() + "\"}");
    Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rw-r--r--"));
    open(directory, 0);
    open(directory.resolve("shared"), PLANTER);
    open(cli.home(), VICTIM);
    // The checkout may be where other users cannot look.
    installed = installed.copyTo(Files.createDirectory(directory.resolve("app")));
    cli = cli.in(shared).with("GF_API_KEY", key).with("GF_URL", "");
  }

  private static Path open(Path directory, int owner) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setAttribute(directory, "unix:uid", owner);
    return directory;
  }

  @AfterEach
  void stop() {
    good.close();
    evil.close();
  }

  private void assertRefused(Result result, String why) {
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(1);
    assertThat(result.err()).contains(planted.toString(), why).doesNotContain(key);
    assertThat(evil.requests().entries()).isEmpty();
  }

  @Test
  void aFileOfAnotherUserIsNotBelieved() throws IOException {
    Files.setAttribute(planted, "unix:uid", PLANTER);
    assertRefused(cli.runAs(VICTIM, installed, "get", "user"), "belongs to");
    assertRefused(cli.runAs(VICTIM, installed, "keys", "list"), "belongs to");
    assertRefused(
        cli.withInput("demo\ncanary\n").runAs(VICTIM, installed, "configure"), "belongs to");
  }

  @Test
  void aFileThatLooksLikeOnesOwnGetsNoKeyFromElsewhere() throws IOException {
    for (int owner : new int[] {VICTIM, 0}) {
      Files.setAttribute(planted, "unix:uid", owner);
      assertRefused(cli.runAs(VICTIM, installed, "get", "user"), "GF_API_KEY");
      Result wizard = cli.withInput("demo\ncanary\n").runAs(VICTIM, installed, "configure");
      assertRefused(wizard, "allowed-origins");
      assertThat(wizard.err()).doesNotContain("Password");
    }
  }

  @Test
  void theProfileIsNotChosenByAFileOfAnotherUser() throws IOException {
    Path file = Files.writeString(shared.resolve(".latchkey"), "gofigr\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setAttribute(file, "unix:uid", PLANTER);
    Files.delete(planted);
    Cli unsaid =
        Cli.of(cli.home().resolve("..").normalize(), good).in(shared).with("GF_API_KEY", key);
    for (String command : List.of("get user", "token", "status", "keys list")) {
      Result result = unsaid.runAs(VICTIM, installed, command.split(" ", -1));
      assertThat(result.exitCode()).as(result.toString()).isEqualTo(1);
      assertThat(result.err()).contains(file + " is not used: it belongs to").doesNotContain(key);
    }
    Result doctor = unsaid.runAs(VICTIM, installed, "doctor");
    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out()).contains("Problem: " + file + " is not used").doesNotContain(key);

    Files.setAttribute(file, "unix:uid", VICTIM);
    assertThat(unsaid.runAs(VICTIM, installed, "get", "user").succeeded().out()).contains("demo");
    assertThat(evil.requests().entries()).isEmpty();
  }

  @Test
  void whoSaysWhereGetsThere() {
    Cli told = cli.with("GF_URL", good.gofigrUrl().toString());
    assertThat(told.runAs(VICTIM, installed, "get", "user").succeeded().out()).contains("demo");
    assertThat(evil.requests().entries()).isEmpty();
  }
}
