package dev.latchkey.cli.rotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.CreatedApiKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatorTest {

  private static final Instant EXPIRY = Instant.parse("2090-01-02T03:04:05Z");

  private final RotationGround ground;

  RotatorTest(@TempDir Path directory) {
    ground = new RotationGround(directory);
  }

  @AfterEach
  void stop() {
    ground.close();
  }

  private static RotationWish wish(String id) {
    return new RotationWish(
        Optional.of(id), Optional.empty(), Optional.empty(), Duration.ZERO, false);
  }

  private static RotationWish configured() {
    return new RotationWish(
        Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO, false);
  }

  @Test
  void putsANewKeyWhereverTheOldOneIsAndRevokesIt() throws IOException {
    String workspace = ground.workspace();
    CreatedApiKey old =
        ground
            .keys()
            .create(new ApiKeyRequest("laptop", Optional.of(EXPIRY), Optional.of(workspace)));
    CreatedApiKey other = ground.keys().create(ApiKeyRequest.named("other"));
    ground.store(old.secret());
    Files.writeString(ground.another(), "A=1\nGF_API_KEY='" + other.secret().reveal() + "'\n");
    ground.rotator(ground.another()).rotate(wish(old.key().id()));

    assertThat(ground.stored()).hasSize(1).doesNotContain(old.secret());
    assertThat(ground.works(ground.stored().get(0))).isTrue();
    assertThat(ground.works(old.secret())).isFalse();
    assertThat(Files.readString(ground.another())).contains(other.secret().reveal());
    List<ApiKey> keys = ground.keys().list();
    assertThat(keys).hasSize(2);
    ApiKey successor =
        keys.stream().filter(key -> !key.name().equals("other")).findFirst().orElseThrow();
    assertThat(successor.name()).matches("laptop \\(rotated [0-9 :.-]+\\)");
    assertThat(successor.expiry()).contains(EXPIRY);
    assertThat(successor.workspace()).contains(workspace);
    assertThat(ground.journalFiles()).isEmpty();

    ground.rotator().rotate(configured());
    assertThat(ground.keys().list())
        .filteredOn(key -> key.name().startsWith("laptop"))
        .singleElement()
        .satisfies(key -> assertThat(key.name()).matches("laptop \\(rotated [^)]*\\)"))
        .isNotEqualTo(successor);
  }

  @Test
  void leavesAWorkingKeyWhereverItIsKilledAndAnotherRunFinishes() throws IOException {
    List<String> steps = ground.stepsOf(rotator -> rotator.rotate(wish(ground.newKeyInFiles())));
    assertThat(steps)
        .containsExactly(
            "planned",
            "created at the server",
            "created",
            "verified",
            "put",
            "put",
            "put",
            "placed",
            "revoked",
            "forgotten");
    for (int i = 0; i < steps.size(); i++) {
      ground.revokeAll();
      String id = ground.newKeyInFiles();
      ground.killAfter(i, rotator -> rotator.rotate(wish(id)));
      assertThat(ground.stored()).as("after %s", steps.get(i)).allMatch(ground::works);
      if (!ground.journalFiles().isEmpty()) {
        goOn(i, id);
      }
      assertThat(ground.stored()).as("after %s", steps.get(i)).hasSize(1).allMatch(ground::works);
      assertThat(ground.keys().list()).as("after %s", steps.get(i)).hasSize(1);
      assertThat(ground.keys().list().get(0).id()).isNotEqualTo(id);
      assertThat(ground.journalFiles()).as("after %s", steps.get(i)).isEmpty();
    }
  }

  /** Any way to run it again will do. */
  private void goOn(int way, String id) {
    if (way % 2 == 0) {
      ground.rotator().rotate(wish(id));
    } else {
      ground.rotator().finish();
    }
  }

  @Test
  void remembersTheFilesItWasTold() throws IOException {
    CreatedApiKey old = ground.keys().create(ApiKeyRequest.named("ci"));
    Files.writeString(ground.another(), "GF_API_KEY=" + old.secret().reveal() + "\n");
    ground.killAfter(3, ground.another(), rotator -> rotator.rotate(wish(old.key().id())));
    ground.rotator().finish();
    assertThat(Files.readString(ground.another())).doesNotContain(old.secret().reveal());
    assertThat(ground.works(old.secret())).isFalse();
    assertThat(ground.shown()).isEmpty();
  }

  @Test
  void keepsNoSecretInItsJournal() throws IOException {
    String id = ground.newKeyInFiles();
    ground.killAfter(7, rotator -> rotator.rotate(wish(id)));
    String journal = Files.readString(ground.journalFiles().get(0));
    assertThat(journal).contains(id).doesNotContain(ground.stored().get(0).reveal(), "lk_");
    assertThat(Files.getPosixFilePermissions(ground.journalFiles().get(0)).toString())
        .doesNotContain("GROUP", "OTHERS");
  }

  @Test
  void leavesTheOldKeyValidForTheTimeAskedFor() throws IOException {
    String id = ground.newKeyInFiles();
    RotationWish overlapping =
        new RotationWish(
            Optional.of(id), Optional.empty(), Optional.empty(), Duration.ofDays(7), false);
    ground.rotator().rotate(overlapping);
    assertThat(ground.told())
        .contains("--finish")
        .contains(ground.now().plus(Duration.ofDays(7)).toString());
    ground.advance(Duration.ofDays(7).minusSeconds(1));
    ground.rotator().finish();
    assertThat(ground.keys().list()).hasSize(2);
    ground.advance(Duration.ofSeconds(1));
    ground.rotator().finish();
    assertThat(ground.keys().list()).singleElement().extracting(ApiKey::id).isNotEqualTo(id);
    assertThat(ground.stored()).hasSize(1).allMatch(ground::works);
  }

  @Test
  void showsAKeyThatIsInNoFileAndLeavesTheOldOneValidUntilItIsTold() throws IOException {
    String stored = ground.newKeyInFiles();
    CreatedApiKey old = ground.keys().create(ApiKeyRequest.named("elsewhere"));
    ground.rotator().rotate(wish(old.key().id()));
    assertThat(ground.shown()).hasSize(1).allMatch(ground::works);
    assertThat(ground.works(old.secret())).isTrue();
    assertThat(ground.stored()).doesNotContainAnyElementsOf(ground.shown());
    ground.rotator().finish();
    assertThat(ground.works(old.secret())).isFalse();
    assertThat(ground.keys().list()).hasSize(2).anyMatch(key -> key.id().equals(stored));
  }

  @Test
  void saysWhatToDoWhenAllSlotsAreUsed() throws IOException {
    String id = ground.newKeyInFiles();
    for (int i = 2; i <= 25; i++) {
      ground.keys().create(ApiKeyRequest.named("k" + i));
    }
    assertThatExceptionOfType(ApiKeyException.class)
        .isThrownBy(() -> ground.rotator().rotate(wish(id)))
        .withMessageContaining("You have 25 keys")
        .withMessageContaining("--revoke-first");
    assertThat(ground.stored()).hasSize(1).allMatch(ground::works);
    assertThat(ground.journalFiles()).isEmpty();

    RotationWish first =
        new RotationWish(Optional.of(id), Optional.empty(), Optional.empty(), Duration.ZERO, true);
    ground.killAfter(1, rotator -> rotator.rotate(first));
    assertThat(ground.keys().list()).hasSize(24);
    ground.rotator().rotate(wish(id));
    assertThat(ground.stored()).hasSize(1).allMatch(ground::works);
    assertThat(ground.keys().list()).hasSize(25).noneMatch(key -> key.id().equals(id));
  }

  @Test
  void refusesWhatCannotBeRotated() throws IOException {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> ground.rotator().rotate(configured()))
        .withMessageContaining("keys rotate ID");
    assertThatExceptionOfType(ApiKeyException.class)
        .isThrownBy(() -> ground.rotator().rotate(wish("0e5d5703-9f23-4483-801b-7c9adafa212f")))
        .withMessageContaining("no such key among yours");
    assertThat(ground.journalFiles()).isEmpty();
  }
}
