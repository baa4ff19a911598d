package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.latchkey.auth.TokenKey;
import dev.latchkey.client.internal.file.OwnerOnly;
import dev.latchkey.client.internal.file.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single files of the store, and what is told of them. */
class TokenFileTest {

  private final StoreFixture fixture;

  TokenFileTest(@TempDir Path temporary) {
    fixture = new StoreFixture(temporary.resolve("cache"));
  }

  private TokenFile file() {
    return new TokenFiles(
            new PrivateDirectory(fixture.directory), PlainFormat.INSTANCE, new Warnings(text -> {}))
        .of(KEY);
  }

  @Test
  void staysWhereTheConditionDoesNotHold() throws IOException {
    assertThat(file().deleteIf(Optional::isPresent)).isFalse();
    assertThat(file().deleteIf(Optional::isEmpty)).isTrue();
    fixture.store.save(token(1));
    assertThat(file().deleteIf(Optional::isEmpty)).isFalse();
    assertThat(fixture.store.load(KEY)).contains(token(1));
    assertThat(file().deleteIf(Optional::isPresent)).isTrue();
    assertThat(fixture.file()).doesNotExist();
  }

  @Test
  void isToldOfWhenANewerVersionHasWrittenIt() throws IOException {
    fixture.plant("{\"schema\":2}".getBytes(UTF_8));
    assertThat(fixture.store.load(KEY)).isEmpty();
    assertThat(fixture.warnings).containsExactly(Warnings.newerText(fixture.file()));
  }

  @Test
  void isToldOfWhenItIsListedAndCannotBeUsed() throws IOException {
    fixture.store.save(token(1));
    Files.delete(fixture.file());
    Files.createSymbolicLink(fixture.file(), fixture.directory.resolve("nowhere"));
    assertThat(fixture.store.keys(KEY.baseUrl())).isEmpty();
    assertThat(fixture.warnings).singleElement().asString().contains("symbolic link");
  }

  @Test
  void isToldOfWhenItCannotBeDeleted() throws IOException {
    fixture.store.save(token(1));
    Files.createDirectories(fixture.file(FileNames.QUARANTINED).resolve("full"));
    assertThat(fixture.store.remove(token(1))).isTrue();
    assertThat(fixture.warnings).singleElement().asString().startsWith("Cannot delete ");
  }

  @Test
  void isToldOfWhenItsDirectoryIsAFile() throws IOException {
    Files.createFile(fixture.directory);
    assertThat(fixture.store.keys(KEY.baseUrl())).isEmpty();
    assertThat(fixture.warnings).singleElement().asString().contains("not a directory");
    fixture.another().save(token(1));
    assertThat(fixture.warnings).hasSize(2).allMatch(text -> text.contains("not a directory"));
  }

  @Test
  void staysAsItIsWhereTheNextTokenIsTooLarge() {
    TokenKey key = NumberedToken.key("x".repeat(60_000));
    fixture.store.save(NumberedToken.of(key, 2));
    fixture.store.save(NumberedToken.of(key, 3));
    assertThat(fixture.store.load(key)).contains(NumberedToken.of(key, 3));
    assertThat(fixture.another().load(key)).contains(NumberedToken.of(key, 2));
    assertThat(fixture.warnings).singleElement().asString().contains("more than 65536 bytes");
    fixture.store.save(NumberedToken.of(key, 2));
    assertThat(fixture.store.load(key)).contains(NumberedToken.of(key, 2));
  }

  @Test
  void mayBeAsLargeAsTheLimitAndNotLarger() {
    assertThatNoException()
        .isThrownBy(() -> FileIdentity.checkSize(fixture.directory, SteadyFile.LIMIT));
    assertThatExceptionOfType(UnsafeFileException.class)
        .isThrownBy(() -> FileIdentity.checkSize(fixture.directory, SteadyFile.LIMIT + 1));
  }

  @Test
  void isKnownFromAnotherInItsPlace() throws IOException {
    fixture.store.save(token(1));
    FileIdentity before = FileIdentity.of(fixture.file());
    assertThat(before.isSameFileAs(FileIdentity.of(fixture.file()))).isTrue();
    fixture.store.save(token(2));
    assertThat(before.isSameFileAs(FileIdentity.of(fixture.file()))).isFalse();
  }

  @Test
  void leavesNothingOfKilledWritersForLongerThanAnHour() throws IOException {
    fixture.store.save(token(1));
    Path old = stray("old", Duration.ofMinutes(61));
    Path fresh = stray("fresh", Duration.ofMinutes(1));
    fixture.another().load(KEY);
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  private Path stray(String name, Duration age) throws IOException {
    Path file =
        Files.createFile(
            fixture.directory.resolve(FileNames.PREFIX + name + Replacement.ENDING),
            OwnerOnly.forFile(fixture.directory));
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }
}
