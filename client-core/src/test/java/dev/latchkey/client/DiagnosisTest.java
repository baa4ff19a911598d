package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.client.Diagnosis.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a diagnosis tells is what a client is opened with. */
class DiagnosisTest {

  private static final String KEY = "LATCHKEY_PROFILES_MGNIFY_TEST_KEY_KEY";

  @TempDir private Path directory = Path.of("");

  private Diagnosis diagnose(Map<String, String> environment) {
    return Ground.isolated(directory, environment)
        .provider(new KeyProvider(context -> {}))
        .diagnose();
  }

  private Path env(String text, String mode) throws IOException {
    Path file = Files.writeString(directory.resolve(".env"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  @Test
  void findsNothingWrongWhereNothingIs() throws IOException {
    env(KEY + "=canary\n", "rw-------");
    Diagnosis diagnosis = diagnose(Map.of(KEY, "canary"));
    assertThat(diagnosis.problems()).isEmpty();
    assertThat(diagnosis.profiles().choice().orElseThrow().profile()).isEqualTo("mgnify");
    assertThat(diagnosis.client().orElseThrow().provider()).isEqualTo("test-key");
    assertThat(diagnosis.client().orElseThrow().status().state()).isEqualTo(AuthStatus.State.FRESH);
    assertThat(diagnosis.settings())
        .filteredOn(value -> value.setting().equals("test-key.key"))
        .extracting(Value::isSecret, Value::outcome)
        .containsExactly(tuple(true, "used"), tuple(true, "shadowed"));
    assertThat(diagnosis.toString()).doesNotContain("canary");
  }

  @Test
  void tellsOwnersAndModesOfFiles() throws IOException {
    Path file = env(KEY + "=canary\n", "rw-r--r--");
    Diagnosis diagnosis = diagnose(Map.of());
    assertThat(diagnosis.sources())
        .filteredOn(source -> source.path().filter(file::equals).isPresent())
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.state()).isEqualTo("read");
              assertThat(source.access().orElseThrow().mode()).contains("0644");
              assertThat(source.access().orElseThrow().owner())
                  .isEqualTo(Files.getOwner(file).getName());
            });
    assertThat(diagnosis.problems()).singleElement().asString().contains("chmod 600 " + file);
  }

  @Test
  void tellsOfTheStoreInUseAlsoWhereItIsLocked() throws IOException {
    Path file = Files.createFile(directory.resolve("auth_key.passphrase"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    ApiClientBuilder wishes =
        Ground.isolated(
                directory,
                Map.of(
                    "LATCHKEY_TOKEN_CACHE",
                    "encrypted",
                    "LATCHKEY_CACHE_DIR",
                    directory.toString()))
            .provider(new KeyProvider(context -> {}));
    wishes.tokens = Optional.empty();
    Diagnosis.Tokens tokens = wishes.diagnose().tokens().orElseThrow();
    assertThat(tokens.store()).isEqualTo("encrypted");
    assertThat(tokens.location()).isEqualTo(directory + " (sealed with a passphrase)");
    assertThat(tokens.files())
        .filteredOn(stored -> stored.path().equals(file))
        .extracting(stored -> stored.access().mode())
        .containsExactly(Optional.of("0600"));
  }

  @Test
  void goesOnWhereThereIsNoTelling() {
    Diagnosis diagnosis = diagnose(Map.of());
    assertThat(diagnosis.client()).isEmpty();
    assertThat(diagnosis.problems()).singleElement().asString().contains("--profile NAME");
    assertThat(diagnosis.sources()).isNotEmpty();
  }

  @Test
  void tellsOfAPlantedUrlAndWhatToDo() throws IOException {
    env("LATCHKEY_PROFILES_MGNIFY_BASE_URL=https://evil.test/\n", "rw-------");
    Diagnosis diagnosis = diagnose(Map.of(KEY, "canary"));
    assertThat(diagnosis.problems())
        .anyMatch(problem -> problem.contains("evil.test") && problem.contains("allowed-origins"));
    assertThat(diagnosis.settings())
        .anyMatch(value -> value.isSecret() && value.outcome().equals("refused"));
    assertThat(diagnosis.toString()).doesNotContain("canary");
  }

  @Test
  void tellsOfAProfileThatIsNotThereAndOfASettingsFileThatIsMissing() {
    assertThat(diagnose(Map.of("LATCHKEY_PROFILE", "nowhere")).problems())
        .singleElement()
        .asString()
        .contains("no profile 'nowhere'");
    Path missing = directory.resolve("missing.env");
    assertThat(Ground.isolated(directory, Map.of()).envFile(missing).diagnose().problems())
        .singleElement()
        .asString()
        .contains(missing.toString());
  }
}
