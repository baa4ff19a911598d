package dev.latchkey.cli.exec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a terminal's Ctrl-C goes to this process and to the programs that it starts alike. */
final class ForegroundGroup {

  /** See proc(5): after the name in parentheses come state, parent, group, session, tty, tpgid. */
  private static final int GROUP = 2;

  private static final int GROUP_OF_TERMINAL = 5;

  private ForegroundGroup() {}

  /** Where that cannot be told, programs are taken to get what a terminal sends. */
  static boolean includesThisProcess() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      return includes(stat);
    } catch (IOException e) {
      return true;
    }
  }

  static boolean includes(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
    return fields[GROUP].equals(fields[GROUP_OF_TERMINAL]);
  }
}
