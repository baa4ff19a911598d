package dev.latchkey.cli;

import dev.latchkey.cli.completion.Shell;
import dev.latchkey.cli.manual.ManualPage;
import dev.latchkey.cli.manual.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** Writes, for the build, what is made from the model of the commands. */
public final class ManualFiles {

  private ManualFiles() {}

  /**
   * Writes manual pages and completion below {@code share}, and the reference.
   *
   * @param arguments the directory to write to, the version and its date
   * @throws IOException when it cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    CommandLine program = CommandTree.all();
    write(directory.resolve("cli.md"), Reference.of(program));
    Path share = directory.resolve("share");
    for (Map.Entry<String, String> page : ManualPage.all(program, edition(arguments)).entrySet()) {
      write(share.resolve("man/man1").resolve(page.getKey()), page.getValue());
    }
    for (Shell shell : Shell.values()) {
      write(share.resolve(shell.place()), shell.script(program, CompleteCommand.KINDS));
    }
  }

  private static String edition(String[] arguments) {
    return arguments[1] + " " + arguments[2].replaceFirst("T.*", "");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
