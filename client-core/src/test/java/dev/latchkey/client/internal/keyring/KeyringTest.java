package dev.latchkey.client.internal.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Secret;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTest {

  private static final String DOCKER = "docker-credential-fake";
  private static final Secret VALUE = Secret.token("canary-0123456789", "the test");

  private final Path directory;

  KeyringTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private Keyring keyring(String name, String script) {
    return HelperScript.in(directory, name, script).keyring();
  }

  private static Keyring reachedBy(String program, String searchPath) {
    return Keyring.reachedBy(program, searchPath, Keyring.TOKEN_CACHE);
  }

  private static void assertFails(ThrowingCallable call, String... parts) {
    assertThatIOException()
        .isThrownBy(call)
        .withMessageContainingAll(parts)
        .withMessageNotContaining("canary");
  }

  @Test
  void keepsAValueThatNoCommandLineShows() throws IOException {
    HelperScript script = HelperScript.in(directory, DOCKER, HelperScript.WORKING);
    script.keyring().probe();
    assertThat(script.keyring().find()).isEmpty();
    script.keyring().put(VALUE);
    assertThat(script.keyring().find()).contains(VALUE);
    assertThat(script.beside(".value")).contains("canary");
    assertThat(script.beside(".seen")).contains("docker-credential-fake\0store");
    assertThat(script.beside(".seen")).doesNotContain("canary");
  }

  @Test
  void speaksToSecretTool() throws IOException {
    String script =
        """
        case "$*" in
          'search service latchkey-probe') ;;
          'search service latchkey account token-cache') [ ! -e "$0.value" ] || echo '[/1]' ;;
          'store --label=Latchkey service latchkey account token-cache') cat >"$0.value" ;;
          'lookup service latchkey account token-cache') cat "$0.value" 2>/dev/null ;;
          *) exit 9 ;;
        esac
        """;
    Keyring keyring = keyring("secret-tool", script);
    keyring.probe();
    assertThat(keyring.find()).isEmpty();
    keyring.put(VALUE);
    assertThat(keyring.find()).contains(VALUE);
  }

  @Test
  void speaksToSecurityOfMacOs() throws IOException {
    String script =
        """
        case "$*" in
          list-keychains) ;;
          -i) sed 's/^add-generic-password -U -s latchkey -a token-cache -w //' >"$0.value" ;;
          'find-generic-password -s latchkey -a token-cache -w')
            [ -e "$0.value" ] || exit 44
            cat "$0.value" ;;
          *) exit 9 ;;
        esac
        """;
    Keyring keyring = keyring("security", script);
    keyring.probe();
    assertThat(keyring.find()).isEmpty();
    keyring.put(VALUE);
    assertThat(keyring.find()).contains(VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "secret-tool, echo 'Cannot get secret canary of a locked object' >&2; exit 1",
    "secret-tool, exit 2",
    "secret-tool, exit 1",
    "secret-tool, case $1 in search) echo '[/1]' ;; *) exit 1 ;; esac",
    "security, exit 1",
    "docker-credential-fake, echo canary; exit 1",
    "docker-credential-fake, echo 'no JSON but canary'",
    "docker-credential-fake, echo '{\"Username\":\"canary\"}'",
    "docker-credential-fake, echo '{\"Secret\":\"canary with spaces\"}'",
    "docker-credential-fake, head -c 100000 /dev/zero",
    "docker-credential-fake, kill -9 $$"
  })
  void neverTakesAFailureForAnEmptyKeyring(String name, String script) {
    assertFails(() -> keyring(name, script).find(), "The ");
  }

  @Test
  void givesUpOnAHelperThatHangs() {
    Keyring keyring = keyring(DOCKER, "echo canary; sleep 100 & sleep 100");
    assertFails(keyring::probe, DOCKER, "did not answer within 3 seconds");
    // They have been killed, which takes the system a moment.
    assertThat(ProcessHandle.current().descendants())
        .allSatisfy(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(30)));
  }

  @Test
  void givesUpOnAnAnswerThatSomethingLeftBehindDoesNotEnd() throws IOException {
    try (PipedOutputStream leftBehind = new PipedOutputStream();
        PipedInputStream answer = new PipedInputStream(leftBehind)) {
      assertFails(BoundedReading.of(answer)::text, "goes on writing");
    }
  }

  @Test
  void tellsWhatIsMissing() {
    assertFails(
        reachedBy("secret-tool", directory.toString())::probe,
        "The program secret-tool was no help: it is not installed");
    assertFails(
        reachedBy(directory.resolve("security").toString(), "")::probe, "it cannot be started");
    assertFails(keyring("secret-tool", "exit 1")::probe, "finds no keyring (exit code 1)");
  }

  @Test
  void noticesAValueThatWasNotKept() {
    assertFails(
        () -> keyring("secret-tool", "cat >/dev/null").put(VALUE),
        "The keyring holds something else than a key");
    assertFails(
        () -> keyring("secret-tool", "case $1 in store|search) ;; *) exit 1 ;; esac").put(VALUE),
        "did not keep");
    assertFails(() -> keyring("secret-tool", "cat >&2; exit 3").put(VALUE), "exit code 3");
  }

  @Test
  void looksForProgramsInAbsoluteDirectoriesAlone() {
    HelperScript.in(directory, DOCKER, "exit 0");
    String relative = Path.of("").toAbsolutePath().relativize(directory).toString();
    assertFails(reachedBy(DOCKER, relative)::probe, "not installed");
    assertFails(reachedBy(DOCKER, "\0")::probe, "not installed");
    String path = relative + File.pathSeparator + directory;
    assertThatNoException().isThrownBy(reachedBy(DOCKER, path)::probe);
  }

  @Test
  void stopsWaitingWhenItsThreadIsInterrupted() {
    Keyring keyring = keyring(DOCKER, "sleep 100");
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(keyring::probe);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void refusesProgramsThatItCannotSpeakTo() {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> reachedBy("/bin/sh", ""))
        .withMessageContainingAll("'sh'", "latchkey.token-cache.keyring.helper");
  }

  @Test
  void keepsValuesOfDifferentNamesApart() throws IOException {
    String script =
        """
        case $1 in
          lookup) cat "$0.$5" 2>/dev/null ;;
          store) cat >"$0.$6" ;;
        esac
        """;
    HelperScript helper = HelperScript.in(directory, "secret-tool", script);
    Keyring another = Keyring.reachedBy(helper.path().toString(), "", "gofigr-key");
    another.put(VALUE);
    assertThat(another.find()).contains(VALUE);
    assertThat(helper.keyring().find()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-w", "two words", "a\nb", "a/b", "a;b", "é"})
  void refusesNamesThatMeanSomethingToAProgram(String name) {
    assertThat(Keyring.isAccount(name)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Keyring.reachedBy("security", "", name));
  }

  @Test
  void knowsTheUsualProgramOfEachSystem() {
    assertThat(Keyring.usualProgram("Linux")).isEqualTo("secret-tool");
    assertThat(Keyring.usualProgram("Mac OS X")).isEqualTo("security");
    assertThat(Keyring.usualProgram("Windows 11")).isEqualTo("docker-credential-wincred");
  }

  @Test
  void printsNoSecret() {
    assertThat(Question.of("store").withInput("canary")).asString().doesNotContain("canary");
    assertThat(new Answer(0, "canary", "canary")).asString().doesNotContain("canary");
  }
}
