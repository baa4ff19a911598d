package dev.latchkey.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A reader that has gone is told from a full disk, in the words of the system's language. */
class OutputExceptionTest {

  private final OutputException unread =
      new OutputException(new IOException("Datenübergabe unterbrochen (broken pipe)"));

  @Test
  void knowsAClosedPipeByTheSystemsOwnWords() {
    assertThat(unread.isClosedPipe("Datenübergabe unterbrochen (broken pipe)")).isTrue();
    assertThat(unread.isClosedPipe("Broken pipe")).isFalse();
    assertThat(new OutputException(new IOException(ClosedPipe.words())).isClosedPipe()).isTrue();
  }

  @Test
  void takesNothingElseForOne() {
    assertThat(new OutputException(new IOException("No space left on device")).isClosedPipe())
        .isFalse();
  }
}
