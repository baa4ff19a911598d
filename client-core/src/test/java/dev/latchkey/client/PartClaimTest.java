package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two downloads to the same place. */
class PartClaimTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void leaveTheFileAloneThatIsMovedToItsPlaceBeforeItIsLocked() throws IOException {
    Path part = Files.writeString(directory.resolve("f.part"), "whole");
    Path target = directory.resolve("f");
    AtomicInteger opened = new AtomicInteger();
    PartClaim.Opening late =
        path -> {
          FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
          if (opened.incrementAndGet() == 1) {
            Files.move(part, target);
          }
          return channel;
        };
    try (PartClaim claim = PartClaim.of(part, late).orElseThrow()) {
      assertThat(claim.channel().size()).isZero();
    }
    assertThat(opened).hasValue(2);
    assertThat(target).hasContent("whole");
  }

  @Test
  void comeOneAfterTheOtherWithinAProgram() throws IOException {
    Path part = directory.resolve("f.part");
    Path link = Files.createSymbolicLink(directory.resolve("here"), directory);
    try (PartClaim claim = PartClaim.of(part).orElseThrow()) {
      assertThat(claim.channel().isOpen()).isTrue();
      Optional<PartClaim> other = PartClaim.of(link.resolve("f.part"));
      assertThat(other).isEmpty();
    }
    PartClaim.of(part).orElseThrow().close();
  }
}
