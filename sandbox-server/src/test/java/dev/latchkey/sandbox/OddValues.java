package dev.latchkey.sandbox;

import java.util.List;
import java.util.Random;

/** Values that somebody forgot to think of, by a random generator. */
final class OddValues {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\uD83E\uDDEC",
          "\uD800",
          "\u202Etxt",
          "\uFFFE",
          "e\u0301",
          "\t\u0007\u001B[31m",
          "'",
          "' OR '1'='1",
          "'; DROP TABLE account; --",
          "1) UNION SELECT NULL--",
          "%",
          "_%\\",
          "{{name}}",
          "<script>alert(1)</script>",
          "../../../etc/passwd",
          "..",
          ".",
          "a/b",
          "%2e%2e%2f",
          "%zz",
          "%00",
          "%C0%AF",
          "%ED%A0%80",
          "-1",
          "0",
          "1",
          "007",
          "1.5",
          "1e3",
          "0x10",
          "\u0661",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "-99999999999999999999999999",
          "1e999999999",
          "NaN",
          "null",
          "true",
          "2030-01-02",
          "2030-01-02 03:04:05+00:00",
          "2030-02-30T25:61:00Z",
          "+999999999-12-31T23:59:59Z",
          "9999-12-31T23:59:59.999999999-18:00",
          "-0001-01-01T00:00:00Z",
          "00000000-0000-0000-0000-000000000000",
          "1-1-1-1-1",
          "{}",
          "bytes=0-",
          "bytes=-0,5-,1-2",
          "bytes=99999999999999999999-",
          "W/\"a\"",
          "*",
          "\"",
          "sha-256=11, md5=x",
          "a,b;c=d",
          "Bearer",
          "MGYS00000000",
          "MGYS99999999999999999999",
          "root:Environmental");

  private static final List<String> LITERALS =
      List.of(
          "null",
          "true",
          "0",
          "-0",
          "-1",
          "1.5",
          "1e999",
          "1e999999999",
          "123456789012345678901234567890",
          "NaN",
          "[]",
          "{}",
          "[null]",
          "[\"a\"]",
          "{\"a\":{\"b\":[1]}}",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\x\"",
          "\"\n\"",
          "",
          "'a'");

  private final Random random;

  OddValues(Random random) {
    this.random = random;
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Mostly a listed one; else a long one, or characters at random. */
  String text() {
    return switch (random.nextInt(12)) {
      case 0 -> oneOf(List.of("a", "\u00E9", "\uD83E\uDDEC", "%")).repeat(random.nextInt(1_500));
      case 1 -> characters(random.nextInt(20));
      default -> oneOf(TEXTS);
    };
  }

  /** What may stand for a value in JSON, or may not. */
  String literal() {
    return switch (random.nextInt(8)) {
      case 0 -> nested(random.nextInt(3_000));
      case 1 -> "9".repeat(1 + random.nextInt(2_000));
      case 2 -> '"' + "a".repeat(random.nextInt(20_000)) + '"';
      default -> oneOf(LITERALS);
    };
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private String characters(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.appendCodePoint(random.nextInt(percent(50) ? 0x80 : 0x11_0000));
    }
    return text.toString();
  }
}
