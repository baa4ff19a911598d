package dev.latchkey.client.internal.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.auth.Refusal;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.TokenStore.Lease;
import dev.latchkey.auth.testkit.FakeClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is made of the file that the Python client has written. Name and content are what mgnipy
 * 92a70c5 writes: {@code hashlib.sha256(f"{base_url}|{mg_user}".encode()).hexdigest()} of the base
 * URL {@code https://www.ebi.ac.uk/}, and {@code json.dumps({"auth_token": token, "ts": now})}.
 */
class PythonCacheTest {

  private static final TokenKey KEY =
      new TokenKey(URI.create("https://www.ebi.ac.uk/metagenomics/api/v2/"), "Webin-12345");
  private static final String NAME =
      "auth_8e0ffd354e6f87ceaa934056bc38acfc0a15bfb61f17651dacdd07bdbc83d834.json";
  private static final String TOKEN =
      "eyJhbGciOiJIUzI1NiJ9.eyJ1c2VybmFtZSI6IldlYmluLTEyMzQ1In0.canary-signature";
  private static final String CONTENT = "{\"auth_token\": \"" + TOKEN + "\", \"ts\": 1779984980}";

  private final List<String> warnings = new ArrayList<>();
  private final FakeClock clock = FakeClock.atNewYear();
  private final TokenStore own = TokenStore.inMemory();
  private final Path directory;
  private final Path file;
  private final PythonCache cache;

  PythonCacheTest(@TempDir Path temporary) throws IOException {
    directory = Files.createDirectory(temporary.resolve("mgnipy"));
    file = directory.resolve(NAME);
    cache = another();
  }

  private PythonCache another() {
    return new PythonCache(own, new PythonTokens(directory, new Warnings(warnings::add)), clock);
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(file, CONTENT);
    mode("rw-------");
  }

  private void mode(String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static StoredToken pythons() {
    return new StoredToken(KEY, Secret.token(TOKEN, "test"));
  }

  private static StoredToken ours() {
    return new StoredToken(KEY, Secret.token("ours", "test"));
  }

  private static TokenKey key(String url, String user) {
    return new TokenKey(URI.create(url), user);
  }

  @Test
  void findsTheTokenOfTheSameOriginAndUser() {
    assertThat(cache.load(KEY)).contains(pythons());
    assertThat(cache.load(KEY).flatMap(StoredToken::obtainedAt)).isEmpty();
    TokenKey sibling = key("https://WWW.ebi.ac.uk:443/elsewhere/", "Webin-12345");
    assertThat(cache.load(sibling)).map(StoredToken::key).contains(sibling);
    assertThat(cache.load(key("https://www.ebi.ac.uk/", "Webin-1"))).isEmpty();
    assertThat(cache.load(key("https://www.ebi.ac.uk:8443/", "Webin-12345"))).isEmpty();
    assertThat(cache.load(key("https://ebi.ac.uk/", "Webin-12345"))).isEmpty();
    assertThat(warnings).isEmpty();
  }

  @Test
  void findsTheTokenOfAServiceOnAPort() throws IOException {
    Path local =
        directory.resolve(
            "auth_5195e898a0f8a8d9f84ea40b544ef6eebe39aa77061793c8bcc5fabdbed57324.json");
    Files.move(file, local);
    assertThat(cache.load(key("http://127.0.0.1:8000/metagenomics/api/v2/", "Webin-12345")))
        .isPresent();
  }

  @Test
  void prefersItsOwnToken() {
    cache.save(ours());
    assertThat(own.load(KEY)).contains(ours());
    assertThat(cache.load(KEY)).contains(ours());
  }

  @Test
  void prefersPythonsTokenThatLastsLongerOnceItsOwnHasEnded() throws IOException {
    StoredToken brief = ending(1);
    StoredToken later = ending(3);
    Files.writeString(file, CONTENT.replace(TOKEN, later.token().reveal()));
    cache.save(brief);
    assertThat(cache.load(KEY)).contains(brief);
    clock.advance(Duration.ofHours(2));
    assertThat(cache.load(KEY)).contains(later);
    cache.save(ending(4));
    assertThat(cache.load(KEY)).contains(ending(4));
    cache.remove(ending(4));
    assertThat(cache.load(KEY)).contains(later);
    assertThat(cache.remove(later)).isTrue();
    assertThat(cache.load(KEY)).isEmpty();
  }

  @Test
  void keepsToItsOwnTokenThatHasEndedWhereNoOtherIsKnownToLastLonger() throws IOException {
    cache.save(ending(2));
    clock.advance(Duration.ofHours(3));
    for (String python : List.of(TOKEN, ending(1).token().reveal(), "opaque", "a.%.c")) {
      Files.writeString(file, CONTENT.replace(TOKEN, python));
      assertThat(cache.load(KEY)).contains(ending(2));
    }
  }

  private static StoredToken ending(int hours) {
    long end = FakeClock.atNewYear().instant().plus(Duration.ofHours(hours)).getEpochSecond();
    String claims = "{\"exp\":" + end + "}";
    String middle = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8));
    return new StoredToken(KEY, Secret.token("e30." + middle + ".s", "test"));
  }

  @Test
  void writesAndDeletesNothing() throws IOException {
    FileTime written = FileTime.from(Instant.ofEpochSecond(1_779_984_980));
    Files.setLastModifiedTime(file, written);
    cache.load(KEY);
    cache.save(ours());
    cache.remove(ours());
    cache.remove(pythons());
    assertThat(file).hasContent(CONTENT);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void doesNotFindARejectedTokenAgain() throws IOException {
    assertThat(cache.remove(pythons())).isTrue();
    assertThat(cache.load(KEY)).isEmpty();
    assertThat(cache.remove(pythons())).isFalse();
    assertThat(another().load(KEY)).contains(pythons());
    Files.writeString(file, CONTENT.replace("canary", "newer"));
    assertThat(cache.load(KEY)).isPresent();
  }

  @Test
  void doesNotFindARejectedTokenThatBothHad() {
    cache.save(pythons());
    assertThat(cache.remove(pythons())).isTrue();
    assertThat(cache.load(KEY)).isEmpty();
  }

  @Test
  void keepsATokenThatIsNotTheOneToRemove() {
    assertThat(cache.remove(ours())).isFalse();
    assertThat(cache.load(KEY)).contains(pythons());
    assertThat(warnings).isEmpty();
  }

  @Test
  void saysOnceThatPythonsCopyRemains() throws IOException {
    cache.save(ours());
    cache.remove(ours());
    cache.remove(pythons());
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains(file.toString(), "left alone", "delete the file")
        .doesNotContain("canary");
    Files.delete(file);
    warnings.clear();
    PythonCache without = another();
    without.save(ours());
    assertThat(without.remove(ours())).isTrue();
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw----r--"})
  void usesAFileThatOthersCanReadAndSaysSoOnce(String mode) throws IOException {
    mode(mode);
    assertThat(cache.load(KEY)).contains(pythons());
    assertThat(cache.load(KEY)).contains(pythons());
    assertThat(warnings).singleElement().asString().contains("chmod 600 '" + file + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-rw-r--", "rw----rw-"})
  void usesNoFileThatOthersCanWrite(String mode) throws IOException {
    mode(mode);
    assertThat(cache.load(KEY)).isEmpty();
    assertThat(warnings).singleElement().asString().contains("other users have access to it");
  }

  @Test
  void usesNoFileOfSomebodyElse() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
    Files.setAttribute(file, "unix:uid", 65534);
    assertThat(cache.load(KEY)).isEmpty();
    assertThat(warnings).singleElement().asString().contains("it belongs to another user");
  }

  @Test
  void followsNoLinkAndReadsNoGiant() throws IOException {
    Path target = Files.move(file, directory.resolve("target"));
    Files.createSymbolicLink(file, target);
    assertThat(cache.load(KEY)).isEmpty();
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(cache.load(KEY)).isEmpty();
    Files.delete(file);
    Files.write(file, new byte[SteadyFile.LIMIT + 1]);
    assertThat(cache.load(KEY)).isEmpty();
    assertThat(warnings)
        .hasSize(3)
        .satisfiesExactly(
            link -> assertThat(link).contains("symbolic link"),
            folder -> assertThat(folder).contains("not a regular file"),
            giant -> assertThat(giant).contains("more than 65536 bytes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"auth_token\": null, \"ts\": 1}",
        "{\"auth_token\": 1}",
        "{\"auth_token\": \"a b\"}",
        "{\"auth_token\": \"\"}",
        "{\"token\": \"t\"}"
      })
  void takesGarbageForNoToken(String content) throws IOException {
    Files.writeString(file, content);
    assertThat(cache.load(KEY)).isEmpty();
    assertThat(file).hasContent(content);
    assertThat(warnings).isEmpty();
  }

  @Test
  void needsNeitherFileNorDirectory() throws IOException {
    Files.delete(file);
    assertThat(cache.load(KEY)).isEmpty();
    Files.delete(directory);
    assertThat(cache.load(KEY)).isEmpty();
    assertThat(warnings).isEmpty();
  }

  @Test
  void leavesEverythingElseToItsOwnStore() {
    Refusal refusal = new Refusal(Instant.EPOCH, 401, "0000");
    cache.noteRefusal(KEY, refusal);
    assertThat(own.refusal(KEY)).contains(refusal);
    assertThat(cache.refusal(KEY)).contains(refusal);
    assertThat(cache.keys(KEY.baseUrl())).isEmpty();
    cache.save(ours());
    assertThat(cache.keys(KEY.baseUrl())).containsExactly(KEY);
    try (Lease lease = cache.lease(KEY, Duration.ZERO)) {
      assertThat(lease.isHeld()).isTrue();
      assertThat(own.lease(KEY, Duration.ZERO).isHeld()).isFalse();
    }
    assertThat(cache.location()).isEqualTo("memory");
    assertThat(cache).hasToString(own.toString());
  }
}
