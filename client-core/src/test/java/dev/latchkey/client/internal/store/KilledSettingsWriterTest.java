package dev.latchkey.client.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a process leaves of a settings file that is killed while it changes it. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledSettingsWriterTest {

  private static final int KILLS = 15;

  private static final Pattern WHOLE =
      Pattern.compile(
          "\\{\\s+\"kept\": 1\\.0,\\s+\"number\": (\\d+),\\s+\"again\": \"(\\d*)\"\\s+}\\s+");

  @Test
  void isTheOldFileOrTheNewOne(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("settings");
    Files.writeString(file, "{\"kept\": 1.0, \"number\": 0, \"again\": \"\"}");
    for (int kill = 0; kill < KILLS; kill++) {
      int acknowledged = writeAndKill(directory);
      Matcher whole = WHOLE.matcher(Files.readString(file));
      assertThat(whole.matches()).as("%s", file).isTrue();
      assertThat(Integer.parseInt(whole.group(1))).isBetween(acknowledged, acknowledged + 1);
      assertThat(whole.group(2)).isEqualTo(whole.group(1).repeat(2_000));
    }
  }

  /** {@return the last change that the process has told of} */
  private static int writeAndKill(Path directory) throws Exception {
    try (JavaProcess writer = JavaProcess.start("settings", directory.toString(), "settings")) {
      assertThat(writer.line()).isEqualTo("1");
      int micros = ThreadLocalRandom.current().nextInt(20_000);
      writer.process().waitFor(micros, TimeUnit.MICROSECONDS);
      writer.kill();
      List<String> told = writer.lines();
      // The last line can be cut short by the kill; what it tells is true then, too.
      return told.isEmpty() ? 1 : Integer.parseInt(told.get(told.size() - 1));
    }
  }
}
