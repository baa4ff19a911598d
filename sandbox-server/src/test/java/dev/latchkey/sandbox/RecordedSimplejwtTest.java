package dev.latchkey.sandbox;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded request to Django with simplejwt gets the recorded answer. */
class RecordedSimplejwtTest {
  private static SlidingReplay replay;

  @BeforeAll
  static void start(@TempDir Path directory) {
    replay = new SlidingReplay(directory, Dialect.SIMPLEJWT);
  }

  @AfterAll
  static void stop() {
    replay.close();
  }

  static Stream<Named<JsonObject>> cases() {
    return RecordedJson.cases("recorded-simplejwt.json", "case");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsRecorded(JsonObject recorded) {
    replay.assertSameAnswer(recorded);
  }
}
