package dev.latchkey.cli.data;

import dev.latchkey.auth.testkit.DamagedInputs;
import dev.latchkey.cli.failure.UsageException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Whatever a list of files says, no file of it comes to stand outside of the directory. */
class FileListFuzzTest {

  private static final Path DIRECTORY = Path.of("/home/user/files");
  private static final int DEEPEST = 2;

  @Test
  void staysInTheDirectoryWhateverAListSays() {
    DamagedInputs.tryAll(
        FileListFuzzTest::fuzzerTestOneInput,
        """
        {"downloads":[{"alias":"a.tsv","url":"https://a.example/x/../a.tsv?b#c","parent_identifier":
        "../MGYA1","file_size_bytes":12,"index_files":[{"path":"b","url":"/b/"}]}]}""",
        "[{\"url\":\"https://a.example/a\"}] {\"url\":\"..\",\"alias\":\".bashrc\"}");
  }

  /** For Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    FileList list;
    try {
      list = FileList.read(new StringReader(new String(input, StandardCharsets.UTF_8)), DIRECTORY);
    } catch (UsageException refused) {
      return;
    }
    for (WantedFile file : list.files()) {
      Path target = file.target();
      Path inside = DIRECTORY.relativize(target.normalize());
      if (!target.equals(target.normalize())
          || !target.startsWith(DIRECTORY)
          || inside.getNameCount() > DEEPEST
          || String.valueOf(inside.getFileName()).startsWith(".")) {
        throw new AssertionError(target);
      }
    }
  }
}
