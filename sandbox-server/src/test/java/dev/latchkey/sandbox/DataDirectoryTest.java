package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @Test
  void keepsTokensKeysAndWorkspaces(@TempDir Path directory) {
    SandboxOptions options = SandboxOptions.defaults().withDataDirectory(directory);
    String sliding;
    String key;
    String workspaces;
    try (Sandbox sandbox = Sandbox.start(options)) {
      Gofigr gofigr = new Gofigr(sandbox);
      SandboxClient demo = gofigr.loggedIn(Users.DEMO);
      sliding = new Mgnify(sandbox).login(Users.WEBIN);
      key = demo.post(Gofigr.KEYS, json("name", "laptop")).text("token");
      workspaces = demo.get(Gofigr.API + "workspace/").body();
    }
    try (Sandbox sandbox = Sandbox.start(options)) {
      assertThat(new Mgnify(sandbox).use(sliding).status()).isEqualTo(200);
      assertThat(new Gofigr(sandbox).withKey(key).get(Gofigr.API + "workspace/").body())
          .isEqualTo(workspaces);
    }
  }

  @Test
  void forgetsEverythingWithoutOne() {
    String sliding;
    try (Sandbox sandbox = Sandbox.start()) {
      sliding = new Mgnify(sandbox).login(Users.WEBIN);
    }
    try (Sandbox sandbox = Sandbox.start()) {
      assertThat(new Mgnify(sandbox).use(sliding).status()).isEqualTo(401);
    }
  }

  @Test
  void takesANewPasswordForAnOldUser(@TempDir Path directory) {
    SandboxOptions options = SandboxOptions.defaults().withDataDirectory(directory);
    Sandbox.start(options.withUsers(List.of(SandboxUser.of("Webin-1", "old")))).close();
    SandboxUser changed = SandboxUser.of("Webin-1", "new");
    try (Sandbox sandbox = Sandbox.start(options.withUsers(List.of(changed)))) {
      assertThat(new Mgnify(sandbox).obtain("Webin-1", "old").status()).isEqualTo(401);
      assertThat(new Mgnify(sandbox).obtain("Webin-1", "new").status()).isEqualTo(200);
    }
  }

  @Test
  void letsInNobodyOfAnEarlierStart(@TempDir Path directory) {
    SandboxOptions options = SandboxOptions.defaults().withDataDirectory(directory);
    Sandbox.start(options).close();
    SandboxUser teacher = SandboxUser.of("teacher", "chalk and cheese");
    try (Sandbox sandbox = Sandbox.start(options.withUsers(List.of(teacher)))) {
      assertThat(new Gofigr(sandbox).pair(Users.DEMO).status()).isEqualTo(401);
      assertThat(new Gofigr(sandbox).pair(teacher).status()).isEqualTo(200);
    }
  }

  @Test
  void storesNeitherPasswordsNorKeys(@TempDir Path directory) throws IOException {
    SandboxOptions options = SandboxOptions.defaults().withDataDirectory(directory);
    String key;
    try (Sandbox sandbox = Sandbox.start(options)) {
      SandboxClient demo = new Gofigr(sandbox).loggedIn(Users.DEMO);
      key = demo.post(Gofigr.KEYS, json("name", "laptop with a name")).text("token");
    }
    String stored =
        Files.readString(directory.resolve("sandbox.mv.db"), StandardCharsets.ISO_8859_1);
    assertThat(stored)
        .contains("laptop with a name")
        .doesNotContain(Users.DEMO.password(), key, key.substring(key.length() - 20));
  }

  @Test
  void makesADirectoryThatOthersCannotRead(@TempDir Path directory) throws IOException {
    Path made = directory.resolve("new").resolve("data");
    Sandbox.start(SandboxOptions.defaults().withDataDirectory(made)).close();
    if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rwx------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(made.resolve("sandbox.mv.db"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void saysThatADirectoryCannotBeUsed(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "in the way");
    SandboxOptions options = SandboxOptions.defaults().withDataDirectory(file);
    assertThatThrownBy(() -> Sandbox.start(options))
        .isInstanceOf(SandboxException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void saysThatAPortIsTaken() {
    try (Sandbox sandbox = Sandbox.start()) {
      SandboxOptions same = SandboxOptions.defaults().withPort(sandbox.url().getPort());
      assertThatThrownBy(() -> Sandbox.start(same))
          .isInstanceOf(SandboxException.class)
          .hasMessageContaining(String.valueOf(sandbox.url().getPort()));
    }
  }
}
