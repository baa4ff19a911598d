package dev.latchkey.client.internal.cache;

import static dev.latchkey.client.internal.cache.Ground.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.client.internal.pipeline.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** When a kept response answers, and when the server is asked, and what. */
class ReuseTest {

  private static final String DATE = "Thu, 01 Jan 2026 00:00:00 GMT";

  private final Ground ground;

  ReuseTest(@TempDir Path directory) {
    this.ground = new Ground(directory);
  }

  @Test
  void answersAloneWhileAResponseIsFresh() {
    ground.answers(reply(200, Map.of("Cache-Control", "private, max-age=60"), "one"));
    ground.get();
    ground.after(Duration.ofSeconds(59));
    Reply kept = ground.get();
    assertThat(ground.asked).hasSize(1);
    assertThat(kept.text()).isEqualTo("one");
    assertThat(kept.header("Age")).contains("59");
    assertThat(kept.sent()).as("for errors to leave out").isPresent();
    ground.after(Duration.ofSeconds(1));
    ground.get();
    assertThat(ground.asked).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'max-age=60', '', '', 59, true",
    "'max-age=60', '', '', 60, false",
    "'max-age=60', '', '20', 39, true",
    "'max-age=60', '', '20', 40, false",
    "'max-age=60, no-cache', '', '', 0, false",
    "'no-cache=\"set-cookie\", max-age=60', '', '', 0, false",
    "'max-age=60, max-age=90', '', '', 0, false",
    "'max-age=\"60\"', '', '', 59, true",
    "'max-age=soon', '', '', 0, false",
    "'max-age=99999999999999999999', '', '', 100000, true",
    "'s-maxage=60', '', '', 0, false",
    "'max-age=0', 'Thu, 01 Jan 2026 01:00:00 GMT', '', 0, false",
    "'', 'Thu, 01 Jan 2026 01:00:00 GMT', '', 3599, true",
    "'', 'Thu, 01 Jan 2026 01:00:00 GMT', '', 3600, false",
    "'', '0', '', 0, false",
    "'', '', '', 0, false",
  })
  void isFreshAsLongAsTheServerSays(ArgumentsAccessor row) {
    Map<String, String> headers = new TreeMap<>(Map.of("ETag", "\"1\"", "Date", DATE));
    headers.put("Cache-Control", row.getString(0));
    headers.put("Expires", row.getString(1));
    headers.put("Age", row.getString(2));
    headers.values().removeIf(String::isEmpty);
    ground.answers(reply(200, headers, "one"));
    ground.get();
    ground.after(Duration.ofSeconds(row.getInteger(3)));
    ground.get();
    assertThat(ground.asked).hasSize(row.getBoolean(4) ? 1 : 2);
  }

  @Test
  void asksAgainWhenTheClockHasBeenSetBack() {
    ground.answers(reply(200, Map.of("Cache-Control", "max-age=60"), "one"));
    ground.get();
    ground.after(Duration.ofDays(-1));
    ground.get();
    assertThat(ground.asked).hasSize(2);
  }

  @Test
  void asksWhetherAnOldResponseStillHolds() {
    Reply first =
        reply(
            200,
            Map.of("ETag", "W/\"1\"", "Last-Modified", DATE, "Date", DATE, "X-Count", "7"),
            "one");
    ground.answers(
        call ->
            call.headers().containsKey("If-None-Match")
                ? reply(304, Map.of("Cache-Control", "max-age=9", "Content-Type", "x/y"), "")
                : first);
    ground.get();
    Reply confirmed = ground.get();
    assertThat(ground.asked.get(1).headers())
        .containsEntry("If-None-Match", "W/\"1\"")
        .containsEntry("If-Modified-Since", DATE);
    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.text()).isEqualTo("one");
    assertThat(confirmed.header("X-Count")).contains("7");
    assertThat(confirmed.header("Content-Type")).isEmpty();
    ground.after(Duration.ofSeconds(8));
    assertThat(ground.get().text()).isEqualTo("one");
    assertThat(ground.asked).as("fresh again").hasSize(2);
  }

  @Test
  void countsTheAgeOfAConfirmedResponseFromItsConfirmation() {
    ground.answers(reply(200, Map.of("etag", "\"1\"", "date", DATE), "one"));
    ground.get();
    ground.after(Duration.ofHours(1));
    ground.answers(reply(304, Map.of("Cache-Control", "max-age=9"), ""));
    ground.get();
    ground.after(Duration.ofSeconds(8));
    assertThat(ground.get().header("Age")).contains("8");
    assertThat(ground.asked).hasSize(2);
  }

  @Test
  void takesANewResponseInThePlaceOfTheOldOne() {
    ground.answers(reply(200, Map.of("ETag", "\"1\""), "one"));
    ground.get();
    ground.answers(reply(200, Map.of("ETag", "\"2\""), "two"));
    assertThat(ground.get().text()).isEqualTo("two");
    ground.get();
    assertThat(ground.asked.get(2).headers()).containsEntry("If-None-Match", "\"2\"");
    assertThat(ground.files()).hasSize(1);
  }

  @Test
  void asksForTheWholeWhenAnotherResponseIsConfirmed() {
    ground.answers(reply(200, Map.of("ETag", "\"1\""), "one"));
    ground.get();
    ground.answers(
        call ->
            call.headers().containsKey("If-None-Match")
                ? reply(304, Map.of("ETag", "\"2\""), "")
                : reply(200, Map.of("ETag", "\"2\""), "two"));
    assertThat(ground.get().text()).isEqualTo("two");
  }

  @Test
  void neverAnswersWithWhatIsOldWhenTheServerFails() {
    ground.answers(reply(200, Map.of("ETag", "\"1\""), "one"));
    ground.get();
    ground.answers(reply(503, Map.of(), ""));
    assertThat(ground.get().status()).isEqualTo(503);
    ground.answers(reply(304, Map.of(), ""));
    assertThat(ground.get().text()).as("what is kept outlives trouble").isEqualTo("one");
  }

  @ParameterizedTest
  @CsvSource({
    "Cache-Control, no-cache, 2",
    "Cache-Control, no-store, 2",
    "Cache-Control, max-age=5, 2",
    "Cache-Control, max-age=10, 1",
    "Cache-Control, min-fresh=51, 2",
    "Cache-Control, min-fresh=50, 1",
    "Cache-Control, max-stale=1, 1",
    "Pragma, no-cache, 2",
    "If-None-Match, x, 2",
    "Range, bytes=0-, 2",
  })
  void heedsWhatTheRequestWants(String header, String value, int requests) {
    ground.answers(reply(200, Map.of("Cache-Control", "max-age=60"), "one"));
    ground.get();
    ground.after(Duration.ofSeconds(10));
    ground.get(header, value);
    assertThat(ground.asked).hasSize(requests);
  }

  @Test
  void handsOnWhatTheCallersOwnConditionBrings() {
    ground.answers(reply(200, Map.of("ETag", "\"1\""), "one"));
    ground.get();
    ground.answers(reply(304, Map.of(), ""));
    assertThat(ground.get("If-None-Match", "\"0\"").status()).isEqualTo(304);
    assertThat(ground.asked.get(1).headers()).containsEntry("If-None-Match", "\"0\"");
  }

  @Test
  void answersOnlyTheRequestsThatAreAlikeInWhatCounts() {
    ground.answers(
        reply(200, Map.of("Cache-Control", "max-age=60", "Vary", "X-A, Authorization"), "one"));
    ground.get("X-A", "1");
    ground.get("x-a", "1");
    ground.user.renews();
    ground.get("X-A", "1");
    assertThat(ground.asked).hasSize(1);
    ground.get("X-A", "2");
    ground.get();
    assertThat(ground.asked).hasSize(3);
  }
}
