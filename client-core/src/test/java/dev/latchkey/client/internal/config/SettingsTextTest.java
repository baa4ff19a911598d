package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files of any kind, put together at random: one value changes, and no other byte. */
class SettingsTextTest {

  private static final List<String> FRAGMENTS =
      List.of(
          "K", "K", "=", "=", " = ", ":", "A", "export ", "\n", "\n", "\r\n", "\r", "'", "\"", "\\",
          "\\\n", "\\\r\n", "#", " # ", "!", " ", "\t", "\f", "${K}", "é", "\\u00e9", "v", "'x y'",
          "\"K=z\"", "\u0085");
  private static final int ROUNDS = 20_000;

  private final Random random = new Random(20261122);

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(14); i > 0; i--) {
      text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
    }
    return text.toString();
  }

  /** {@return how many texts it was possible to change; the others are refused, not damaged} */
  private int changed(SettingsText format) {
    int changed = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String before = text();
      Map<String, String> expected;
      try {
        expected = new HashMap<>(format.values(before));
      } catch (IllegalArgumentException unreadable) {
        continue;
      }
      boolean isThere = expected.put("K", "new value") != null;
      String after = format.with(before, "K", "new value");
      if (format.values(after).equals(expected)) {
        changed++;
        assertThat(isThere || after.startsWith(before)).as("%s became %s", before, after).isTrue();
        assertThat(isOnePiece(before, after)).as("%s became %s", before, after).isTrue();
      }
    }
    return changed;
  }

  /** {@return whether all that is new stands in one place} */
  private static boolean isOnePiece(String before, String after) {
    int start = 0;
    while (start < Math.min(before.length(), after.length())
        && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < Math.min(before.length(), after.length()) - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    String written = after.substring(start, after.length() - end);
    return written.length() <= "\r\nK='new value'\r\n".length();
  }

  @Test
  void changesOneValueOfADotEnv() {
    assertThat(changed(new DotEnvSettings())).isGreaterThan(ROUNDS * 9 / 10);
  }

  @Test
  void changesOneValueOfProperties() {
    assertThat(changed(new PropertiesSettings())).isGreaterThan(ROUNDS * 8 / 10);
  }

  @Test
  void readsALineOfAMegabyte() {
    String line = "A=" + "x\\".repeat(500_000);
    assertThat(new DotEnvSettings().with(line, "K", "v")).isEqualTo(line + "\nK=v\n");
    assertThat(new PropertiesSettings().with("K=1\n" + line, "K", "v")).isEqualTo("K=v\n" + line);
  }
}
