package dev.latchkey.client.internal.cache;

import static dev.latchkey.client.internal.cache.Ground.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which responses are kept, and when one is given up. */
class KeepingTest {

  private static final Map<String, String> FRESH = Map.of("Cache-Control", "max-age=60");

  private final Path directory;
  private final Ground ground;

  KeepingTest(@TempDir Path directory) {
    this.directory = directory;
    this.ground = new Ground(directory);
  }

  private void assertAskedAgain() {
    int before = ground.asked.size();
    ground.get();
    assertThat(ground.asked).hasSize(before + 1);
    assertThat(ground.asked.get(before).headers()).doesNotContainKey("If-None-Match");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 203, 204, 206, 300, 400, 401, 403, 404, 410, 500})
  void keepsNothingButWholeSuccess(int status) {
    ground.answers(reply(status, FRESH, "one"));
    ground.get();
    assertAskedAgain();
  }

  @ParameterizedTest
  @CsvSource({
    "Cache-Control, 'no-store, max-age=60'",
    "Vary, '*'",
    "Vary, 'Accept, *'",
    "Content-Range, bytes 0-2/9",
    "Connection, close",
    "X-Refreshed-Token, abc",
    "X-Echo, Bearer canary-Webin-1-1",
  })
  void keepsNothingThatItMustNot(String header, String value) {
    Map<String, String> headers = new TreeMap<>(Map.of("Cache-Control", "max-age=60", "ETag", "x"));
    headers.put(header, value);
    ground.answers(reply(200, headers, "one"));
    ground.get();
    assertAskedAgain();
  }

  @Test
  void keepsAWholeResponseWithWhichTheConnectionEnds() {
    ground.answers(
        reply(
            200,
            Map.of("Cache-Control", "max-age=60", "Connection", "close", "Content-Length", "3"),
            "one"));
    ground.get();
    ground.get();
    assertThat(ground.asked).hasSize(1);
  }

  @Test
  void keepsNothingWithoutUse() {
    ground.answers(reply(200, Map.of("Cache-Control", "private"), "one"));
    ground.get();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void keepsNoResponseThatIsTooLarge() {
    ground.answers(reply(200, FRESH, "x".repeat(KeepingRule.LARGEST + 1)));
    ground.get();
    assertAskedAgain();
    ground.answers(reply(200, FRESH, "x".repeat(KeepingRule.LARGEST)));
    ground.get();
    ground.answers(reply(500, Map.of(), ""));
    assertThat(ground.get().body()).hasSize(KeepingRule.LARGEST);
  }

  @Test
  void leavesDownloadsAndRelaysAlone() {
    ground.answers(reply(200, FRESH, "one"));
    Call download = Call.of("GET", Ground.URL).boundInto(head -> new ByteArrayOutputStream());
    ground.client(ground.user).send(download);
    assertAskedAgain();
    ground.client(ground.user).send(download);
    assertThat(ground.asked).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"POST, 201, true", "DELETE, 204, true", "PATCH, 400, false", "HEAD, 200, false"})
  void givesUpWhatAnotherMethodMayHaveChanged(String method, int status, boolean isGivenUp) {
    ground.answers(reply(200, FRESH, "one"));
    ground.get();
    ground.client(ground.user).send(Call.of("GET", Ground.URL).anonymously());
    ground.answers(reply(status, Map.of(), ""));
    ground.client(ground.user).send(Call.of(method, Ground.URL));
    ground.get();
    ground.client(ground.user).send(Call.of("GET", Ground.URL).anonymously());
    assertThat(ground.asked).hasSize(isGivenUp ? 5 : 3);
  }

  @Test
  void givesUpWhatABrokenCallMayHaveChanged() {
    ground.answers(reply(200, FRESH, "one"));
    ground.get();
    ground.answers(
        call -> {
          throw new ExchangeException(ExchangeException.Kind.BROKEN, "broken", null);
        });
    assertThatExceptionOfType(ExchangeException.class)
        .isThrownBy(() -> ground.client(ground.user).send(Call.of("POST", Ground.URL)));
    ground.answers(reply(200, FRESH, "two"));
    assertThat(ground.get().text()).isEqualTo("two");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  void givesUpWhatTheServerNoLongerGives(int status) {
    ground.answers(reply(200, Map.of("ETag", "\"1\""), "one"));
    ground.get();
    ground.answers(reply(status, Map.of(), ""));
    assertThat(ground.get().status()).isEqualTo(status);
    assertThat(ground.files()).isEmpty();
    assertAskedAgain();
  }

  @Test
  void givesUpWhatTheServerNoLongerWantsKept() {
    ground.answers(reply(200, Map.of("ETag", "\"1\""), "one"));
    ground.get();
    ground.answers(reply(304, Map.of("Cache-Control", "no-store"), ""));
    assertThat(ground.get().text()).isEqualTo("one");
    assertThat(ground.files()).isEmpty();
  }
}
