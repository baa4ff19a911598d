package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.latchkey.auth.AuthConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UnbelievedFileTest {

  private final Path root;

  UnbelievedFileTest(@TempDir Path root) {
    this.root = root;
  }

  private static void assertRefused(ThrowingCallable reading, String... parts) {
    assertThatThrownBy(reading)
        .isInstanceOf(AuthConfigurationException.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("canary");
  }

  @Test
  void aFoundFileThatOthersMayWriteToIsRefusedWhereItWouldCount() {
    Ground ground = new Ground(root).envFile("GF_API_KEY=canary\nMG_USER=me\n");
    Path file = ground.project.resolve(".env");

    for (String mode : List.of("rw-rw-r--", "rw-r--rw-")) {
      ground.mode(file, mode);
      assertRefused(() -> Declared.key(ground), "chmod go-w " + file);
    }
    assertThat(ground.load().notes()).anyMatch(note -> note.contains("chmod go-w"));
    ground.environment("GF_API_KEY", "winner").environment("GF_URL", "https://lab.example");
    assertThat(Declared.key(ground)).isEqualTo("winner");
  }

  @Test
  void aFileWithNothingOfOursIsNobodysConcern() {
    Ground ground = new Ground(root).envFile("DATABASE_PASSWORD=canary\nSECRET_KEY=canary\n");
    ground.mode(ground.project.resolve(".env"), "rw-rw-rw-").environment("GF_API_KEY", "key");

    assertThat(Declared.key(ground)).isEqualTo("key");
    assertThat(ground.load().notes()).isEmpty();
  }

  @Test
  void aGofigrOfSomebodyElseIsRefused() {
    Ground ground = new Ground(root).ownerRule(file -> !file.endsWith(".gofigr"));
    ground.gofigr(ground.project, "{\"api_key\": \"canary\"}").environment("MG_USER", "me");

    assertRefused(
        () -> Declared.key(ground), ground.project + "/.gofigr is not used: it belongs to");
    assertThat(Declared.sliding(ground.profile("mgnify")).text("username")).contains("me");
  }

  @Test
  void theOwnerIsTheProcesssUserOrRoot() throws Exception {
    Ground ground = new Ground(root).envFile("MG_USER=me");
    Path file = ground.project.resolve(".env");
    OwnerRule rule = new ProcessOwner("nobody-of-that-name");

    assertThat(rule.accepts(file)).isTrue();
    assertThat(rule.accepts(Path.of("/"))).isTrue();
    assumeThat(Files.getOwner(file).getName())
        .as("only root can give files away")
        .isEqualTo("root");
    Files.setAttribute(file, "unix:uid", 65533);
    assertThat(rule.accepts(file)).isFalse();
    ground.ownerRule(rule);
    assertRefused(
        () -> Declared.sliding(ground.profile("mgnify")).text("username"), "belongs to 65533");
  }

  @Test
  void aNamedEnvFileIsRefusedAtOnce() throws Exception {
    Ground ground = new Ground(root).namedEnvFile("OTHER=canary");
    Path file = ground.project.resolve("named.env");

    ground.mode(file, "rw-rw-r--");
    assertRefused(ground::load, "chmod go-w " + file);
    ground.mode(file, "rw-r--r--").ownerRule(path -> false);
    assertRefused(ground::load, file + " is not used: it belongs to");
    Files.delete(file);
    assertRefused(ground::load, file + " cannot be used: it is missing");
    Files.createDirectory(file);
    assertRefused(ground::load, file + " cannot be used: it is not a regular file");
  }

  @Test
  void nothingButARegularFileIsOpened() throws Exception {
    Ground ground = new Ground(root);
    Path env = ground.project.resolve(".env");
    Path gofigr = ground.project.resolve(".gofigr");

    makeFifo(env);
    assertRefused(() -> ground.profile("mgnify"), env + " cannot be used: it is not a regular");
    Files.delete(env);
    Files.createSymbolicLink(env, Path.of("/dev/zero"));
    assertRefused(() -> ground.profile("mgnify"), env + " cannot be used: it is not a regular");
    Files.delete(env);
    makeFifo(gofigr);
    assertRefused(() -> Declared.key(ground), gofigr + " cannot be used: it is not a regular");
    assertRefused(() -> new Ground(root).namedEnvFile(gofigr).load(), gofigr + " cannot be used");
    assertThat(ground.profile("mgnify").baseUrl()).hasHost("www.ebi.ac.uk");
  }

  private static void makeFifo(Path path) throws Exception {
    Process process = new ProcessBuilder("mkfifo", path.toString()).start();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void readsNoMoreThanOneMebibyte() {
    String tail = "\nMG_USER=canary";
    Ground ground = new Ground(root).envFile("A=" + "x".repeat(GuardedFile.LIMIT) + tail);

    assertRefused(() -> ground.profile("mgnify"), "larger than 1 MiB");
    int room = GuardedFile.LIMIT - "A=\nMG_USER=me".length();
    ground.envFile("A=" + "x".repeat(room) + "\nMG_USER=me");
    assertThat(Declared.sliding(ground.profile("mgnify")).text("username")).contains("me");
  }

  @Test
  void refusesWhatIsNotText() throws Exception {
    Ground ground = new Ground(root).envFile("");
    Path file = ground.project.resolve(".env");

    Files.write(file, "MG_USER=caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(() -> ground.profile("mgnify"), file + " cannot be used: it is not UTF-8 text");
    ground.envFile("\uFEFFMG_USER=caf\u00e9\r\n");
    assertThat(Declared.sliding(ground.profile("mgnify")).text("username")).contains("caf\u00e9");
    ground.userFile("latchkey.x=\\u00zzcanary");
    assertRefused(() -> ground.load().text("latchkey.y"), "it is not a properties file");
  }

  @Test
  void aDirectoryNamedEnvIsPassedOver() throws Exception {
    Ground ground = new Ground(root).environment("MG_USER", "me");
    Files.createDirectory(ground.project.resolve(".env"));

    assertThat(Declared.sliding(ground.profile("mgnify")).text("username")).contains("me");
    assertThat(ground.load().notes()).hasSize(1);
  }

  @Test
  void aLinkToAnOwnFileIsFine() throws Exception {
    Ground ground = new Ground(root).file(root.resolve("real.env"), "MG_USER=me");
    Files.createSymbolicLink(ground.project.resolve(".env"), root.resolve("real.env"));

    assertThat(Declared.sliding(ground.profile("mgnify")).text("username")).contains("me");
    Files.delete(root.resolve("real.env"));
    assertThat(Declared.sliding(ground.profile("mgnify")).text("username")).isEmpty();
  }

  @Test
  void tellsTheLineOfAnEnvFileThatItPassedOverAndNotItsContent() {
    Ground ground = new Ground(root).envFile("MG_USER=me\nMG_PASSWORD='canary\n");

    assertThat(ground.load().notes())
        .containsExactly(ground.project.resolve(".env") + ", line 2: not understood, passed over.");
  }
}
