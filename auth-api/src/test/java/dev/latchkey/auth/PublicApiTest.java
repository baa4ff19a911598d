package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The signatures on which providers outside this repository rely. */
class PublicApiTest {

  private static final String FILE = "public-api.txt";
  private static final Path SOURCE = Path.of("src/test/resources/dev/latchkey/auth", FILE);

  @Test
  void changesOnlyOnPurpose() throws IOException {
    List<String> now = PublicApiDump.of(PublicTypes.all());
    if (Boolean.getBoolean("latchkey.acceptApi")) {
      Files.write(Path.of(System.getProperty("basedir", "")).resolve(SOURCE), now);
      return;
    }
    List<String> accepted = accepted();
    assertThat(difference(accepted, now))
        .as(
            "The public signatures of auth-api differ from %s. Providers of others break when one"
                + " is removed or changed, or when an interface gains an abstract method. If the"
                + " change is meant, run 'mvn -pl auth-api test -Dlatchkey.acceptApi=true', commit"
                + " the file, and tell it in CHANGELOG.md.",
            SOURCE)
        .isEmpty();
    assertThat(now).containsExactlyElementsOf(accepted);
  }

  private static List<String> difference(List<String> before, List<String> after) {
    return Stream.concat(
            before.stream().filter(line -> !after.contains(line)).map(line -> "removed: " + line),
            after.stream().filter(line -> !before.contains(line)).map(line -> "added: " + line))
        .toList();
  }

  private static List<String> accepted() throws IOException {
    try (InputStream in = PublicApiTest.class.getResourceAsStream(FILE)) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
