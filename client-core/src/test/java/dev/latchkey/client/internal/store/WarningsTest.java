package dev.latchkey.client.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What went wrong with a file, why, and what to do about it. */
class WarningsTest {

  private static final Path PLACE = Path.of("/cache");

  private final List<String> told = new ArrayList<>();
  private final Warnings warnings = new Warnings(told::add);

  static Stream<Arguments> reasons() {
    String temporary = "/cache/auth_1.tmp";
    return Stream.of(
        Arguments.of(new AccessDeniedException(temporary), "Permission denied"),
        Arguments.of(new NoSuchFileException(temporary), "No such file or directory"),
        Arguments.of(
            new FileSystemException(temporary, null, "No space left on device"),
            "No space left on device"),
        Arguments.of(new FileSystemException(temporary), "FileSystemException"),
        Arguments.of(new IOException("Input/output error"), "Input/output error"),
        Arguments.of(new IOException((String) null), "IOException"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void giveTheReasonWithoutTheNameOfATemporaryFile(IOException problem, String reason) {
    warnings.unwritable(PLACE, problem);
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("Cannot write in /cache: " + reason + ". Tokens are kept in memory");
  }

  @Test
  void sayWhatAnUnsafeFileSaysItself() {
    warnings.unreadable(PLACE, new UnsafeFileException("Remove it."));
    warnings.unreadable(PLACE, new NoKeyException("No key."));
    assertThat(told).containsExactly("Remove it.", "No key.");
  }

  @Test
  void tellAMissingLockFromADirectoryThatCannotBeWrittenTo() {
    warnings.unlockable(PLACE, new IOException("No locks available"));
    warnings.unlockable(PLACE, new AccessDeniedException("/cache/auth_1.lock"));
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).startsWith("Cannot lock files in /cache: No locks available.");
    assertThat(told.get(1)).startsWith("Cannot write in /cache: Permission denied.");
  }

  @Test
  void comeOnceEach() {
    for (int i = 0; i < 2; i++) {
      warnings.undeletable(PLACE, new IOException("Input/output error"));
      warnings.newer(PLACE);
    }
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).startsWith("Cannot delete /cache: Input/output error. It still holds");
    assertThat(told.get(1)).isEqualTo(Warnings.newerText(PLACE));
  }
}
