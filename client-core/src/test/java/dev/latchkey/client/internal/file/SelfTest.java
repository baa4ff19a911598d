package dev.latchkey.client.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whose files a process takes for its own. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SelfTest {

  private final Path file;
  private final Path directory;

  SelfTest(@TempDir Path temporary) throws IOException {
    file = Files.createFile(temporary.resolve("file"));
    directory = Files.createDirectory(temporary.resolve("directory"));
  }

  private boolean ownsTheFile(Path askedIn) throws IOException {
    return new Self(askedIn, "latchkey-").owns(Files.getOwner(file));
  }

  @Test
  void knowsItsOwnAndLeavesNothingBehind() throws IOException {
    assertThat(ownsTheFile(directory)).isTrue();
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void takesNobodyElsesForItsOwn() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
    Files.setAttribute(file, "unix:uid", 65534);
    for (Path askedIn : List.of(directory, directory.resolve("missing"))) {
      assertThat(ownsTheFile(askedIn)).isFalse();
    }
  }
}
