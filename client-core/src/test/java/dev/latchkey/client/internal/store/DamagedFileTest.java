package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that do not hold what they should. */
@Timeout(30)
class DamagedFileTest {

  private static final String GOOD =
      "{'schema':1,'origin':'https://example.org','base_url':'https://example.org/api/v2/',"
          + "'user':'Webin-1','token':'c4n4ry-good'}";

  private final Path temporary;

  DamagedFileTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static String with(String old, String replacement) {
    return json(GOOD.replace(old, replacement));
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        Arguments.of("empty", ""),
        Arguments.of("truncated", json(GOOD).substring(0, 80)),
        Arguments.of("NUL-filled", "\0".repeat(300)),
        Arguments.of("NUL at the end", json(GOOD) + "\0"),
        Arguments.of("byte order mark", "\uFEFF" + json(GOOD)),
        Arguments.of("duplicate key", with("{", "{'token':'c4n4ry-other',")),
        Arguments.of("more after the end", json(GOOD) + "{}"),
        Arguments.of("30,000 levels", "[".repeat(30_000)),
        Arguments.of("30,000 levels inside", with("1,", "1,'more':" + "[".repeat(30_000))),
        Arguments.of("an array", "[]"),
        Arguments.of("null", "null"),
        Arguments.of("no schema", with("'schema':1,", "")),
        Arguments.of("schema a string", with("1,", "'1',")),
        Arguments.of("schema zero", with("1,", "0,")),
        Arguments.of("schema huge", with("1,", "1e999,")),
        Arguments.of("token a number", with("'c4n4ry-good'", "7")),
        Arguments.of("token null", with("'c4n4ry-good'", "null")),
        Arguments.of("token with a line break", with("good", "\\r\\nX-Evil: 1")),
        Arguments.of("token too long", with("good", "x".repeat(9000))),
        Arguments.of("token empty", with("c4n4ry-good", "")),
        Arguments.of("user a list", with("'Webin-1'", "['Webin-1']")),
        Arguments.of("base URL not a URL", with("https://example.org/api/v2/", ":")),
        Arguments.of("base URL without host", with("https://example.org/api/v2/", "file:///x")),
        Arguments.of("origin of another", with("https://example.org'", "https://evil.example'")),
        Arguments.of("no origin", with("'origin':'https://example.org',", "")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void setsADamagedFileAside(String name, String content) throws IOException {
    setsAside(content.getBytes(UTF_8));
  }

  @Test
  void setsInvalidUtf8Aside() throws IOException {
    setsAside(with("Webin-1", "Webin-\u00e9").getBytes(ISO_8859_1));
  }

  private void setsAside(byte[] content) throws IOException {
    StoreFixture fixture = new StoreFixture(temporary.resolve("cache"));
    fixture.plant(content);
    assertThat(fixture.another().keys(KEY.baseUrl())).isEmpty();
    assertThat(fixture.store.load(KEY)).isEmpty();
    assertThat(fixture.file()).doesNotExist();
    assertThat(fixture.file(FileNames.QUARANTINED)).hasBinaryContent(content);
    assertThat(fixture.warnings)
        .singleElement()
        .asString()
        .contains("damaged", fixture.file().toString());

    fixture.store.save(token(2));
    assertThat(fixture.store.load(KEY)).contains(token(2));
    assertThat(fixture.store.remove(token(2))).isTrue();
    assertThat(fixture.file(FileNames.QUARANTINED)).doesNotExist();
    assertThat(fixture.warnings).hasSize(1);
  }

  @Test
  void acceptsTheSameWithoutDamage() throws IOException {
    StoreFixture fixture = new StoreFixture(temporary.resolve("cache"));
    fixture.plant(with("1,", "1,'added':{'later':[true]},").getBytes(UTF_8));
    assertThat(fixture.store.load(KEY)).isPresent();
    assertThat(fixture.warnings).isEmpty();
  }

  @Test
  void leavesTheFileOfANewerVersionAloneAndUsesMemory() throws IOException {
    StoreFixture fixture = new StoreFixture(temporary.resolve("cache"));
    byte[] newer = json("{'schema':2,'vault':{}}").getBytes(UTF_8);
    fixture.plant(newer);
    assertThat(fixture.store.load(KEY)).isEmpty();
    for (int i = 1; i < 4; i++) {
      fixture.store.save(token(i));
      assertThat(fixture.store.load(KEY)).contains(token(i));
      assertThat(fixture.store.keys(KEY.baseUrl())).containsExactly(KEY);
    }
    assertThat(fixture.another().load(KEY)).isEmpty();
    assertThat(fixture.store.remove(token(3))).isTrue();
    assertThat(fixture.store.load(KEY)).isEmpty();
    assertThat(fixture.file()).hasBinaryContent(newer);
    assertThat(fixture.files(FileNames.QUARANTINED)).isEmpty();
    assertThat(fixture.warnings.stream().distinct())
        .singleElement()
        .asString()
        .contains("newer version", fixture.file().toString());
  }

  @Test
  void doesNotSetAsideWhatAnotherProcessHasMendedMeanwhile()
      throws IOException, InterruptedException {
    StoreFixture fixture = new StoreFixture(temporary.resolve("cache"));
    fixture.plant(new byte[0]);
    Thread reader = new Thread(() -> fixture.store.load(KEY));
    Path lock = fixture.file(FileNames.CHANGE).toRealPath();
    try (FileLease change = FileLease.ofMoment(lock)) {
      assertThat(change.acquire(new Patience(Duration.ZERO))).isTrue();
      reader.start();
      while (reader.isAlive() && reader.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      Files.writeString(fixture.file(), with("none", ""));
    }
    reader.join(10_000);
    assertThat(fixture.store.load(KEY)).isPresent();
    assertThat(fixture.files(FileNames.QUARANTINED)).isEmpty();
  }
}
