package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose files are changed, and what stays after a failure. */
class SettingsFileOwnerTest {

  private static final Map<String, String> CHANGE = Map.of("api_key", "new");

  private final Path directory;

  SettingsFileOwnerTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private static boolean isRoot() throws IOException {
    return Files.getOwner(Path.of("/proc/self")).getName().equals("root");
  }

  /** A file of somebody else: root's, or, for root, of the user without a name. */
  private Path foreign() throws IOException {
    if (!isRoot()) {
      return Path.of("/etc/hostname");
    }
    Path file = Files.writeString(directory.resolve("foreign"), "{}");
    Files.setAttribute(file, "unix:uid", 65_534);
    return file;
  }

  private static void assertRefused(Path file, String why) {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> SettingsFile.gofigr(file).set(CHANGE))
        .withMessageStartingWith(file.toString())
        .withMessageContaining(why);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> SettingsFile.gofigr(file).requireChangeable());
  }

  @Test
  void followsALinkToAFileOfItsOwn() throws IOException {
    Path dotfiles = Files.createDirectory(directory.resolve("dotfiles"));
    Path real = Files.writeString(dotfiles.resolve("gofigr"), "{\"x\": 1}");
    Path link = Files.createSymbolicLink(directory.resolve(".gofigr"), real);
    SettingsFile.gofigr(link).set(CHANGE);
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(real)).contains("\"x\": 1", "\"new\"");
  }

  @Test
  void refusesWhatBelongsToSomebodyElse() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve(".gofigr"), foreign());
    byte[] before = Files.readAllBytes(link);
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> SettingsFile.env(link).set(Map.of("K", "v")))
        .withMessageStartingWith(link.toString());
    assertThat(link).hasBinaryContent(before);
  }

  @Test
  void refusesWhatOthersCanWriteAndWhatIsNoFile() throws IOException {
    Path file = Files.writeString(directory.resolve(".gofigr"), "{}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    assertRefused(file, "chmod go-w");
    assertRefused(Files.createDirectory(directory.resolve("d")), "not a regular file");
    Path nowhere = directory.resolve("nowhere");
    assertRefused(
        Files.createSymbolicLink(directory.resolve("l"), nowhere), "missing or cannot be reached");
    assertThat(nowhere).doesNotExist();
    assertRefused(Path.of("/dev/zero"), "not a regular file");
  }

  @Test
  void saysWhyItCouldNotWriteAndLeavesNothingBehind() throws IOException {
    Path file = Files.writeString(directory.resolve("x"), "");
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> SettingsFile.gofigr(file.resolve(".gofigr")).set(CHANGE))
        .withMessageContaining("could not be written")
        .withMessageContaining("intact");
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> SettingsFile.gofigr(Path.of("/proc/self/.gofigr")).set(CHANGE))
        .withMessageContaining("/proc/self/.gofigr could not be written");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void checksWithoutChanging() throws IOException {
    Path file = Files.writeString(directory.resolve(".gofigr"), "{ }");
    SettingsFile.gofigr(file).requireChangeable();
    SettingsFile.gofigr(directory.resolve("absent")).requireChangeable();
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
    assertThat(file).hasContent("{ }");
  }
}
