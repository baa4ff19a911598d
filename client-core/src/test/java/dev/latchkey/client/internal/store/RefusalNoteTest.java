package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Refusal;
import dev.latchkey.auth.StoredToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The note of a refused login, and the time at which a token came. */
class RefusalNoteTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");
  private static final Refusal REFUSAL = new Refusal(NOW, 401, "ab12");

  private StoreFixture fixture = new StoreFixture(Path.of("unused"));

  @BeforeEach
  void enter(@TempDir Path directory) {
    fixture = new StoreFixture(directory.resolve("cache"));
  }

  @Test
  void isFoundByAnotherProcessUntilATokenIsSaved() throws IOException {
    assertThat(fixture.store.refusal(KEY)).isEmpty();
    fixture.store.noteRefusal(KEY, REFUSAL);
    assertThat(fixture.another().refusal(KEY)).contains(REFUSAL);
    Path note = fixture.file(FileNames.REFUSED);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
        .isEqualTo("rw-------");
    fixture.store.save(token(1));
    assertThat(fixture.another().refusal(KEY)).isEmpty();
    assertThat(note).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"at\":1}",
        "{\"at\":1,\"status\":401,\"fingerprint\":\"secret\"}"
      })
  void isNoNoteWhenItIsDamaged(String content) throws IOException {
    fixture.store.noteRefusal(KEY, REFUSAL);
    Files.write(fixture.file(FileNames.REFUSED), content.getBytes(StandardCharsets.UTF_8));
    assertThat(fixture.store.refusal(KEY)).isEmpty();
  }

  @Test
  void isNotNeededWhereItCannotBeWritten() throws IOException {
    Files.createFile(fixture.directory);
    fixture.store.noteRefusal(KEY, REFUSAL);
    assertThat(fixture.store.refusal(KEY)).isEmpty();
    assertThat(fixture.warnings).hasSize(1);
  }

  @Test
  void keepsWhenATokenCame() {
    fixture.store.save(token(1).withObtainedAt(NOW));
    assertThat(fixture.another().load(KEY).flatMap(StoredToken::obtainedAt)).contains(NOW);
    fixture.store.save(token(2));
    assertThat(fixture.another().load(KEY).flatMap(StoredToken::obtainedAt)).isEmpty();
  }
}
