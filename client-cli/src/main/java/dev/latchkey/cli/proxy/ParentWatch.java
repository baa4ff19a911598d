package dev.latchkey.cli.proxy;

/** Notices when whoever has started this process is gone, which on its own nobody would tell. */
public final class ParentWatch {

  /** What adopts a process whose parent has gone. */
  private static final long INIT = 1;

  private ParentWatch() {}

  /**
   * Runs an action when the parent ends; never where there is none to end.
   *
   * @param action runs once, in a thread of its own
   */
  public static void atItsEnd(Runnable action) {
    ProcessHandle.current()
        .parent()
        .filter(parent -> parent.pid() != INIT)
        .ifPresent(parent -> watch(parent, action));
  }

  private static void watch(ProcessHandle parent, Runnable action) {
    Thread watch =
        new Thread(
            () -> {
              parent.onExit().join();
              action.run();
            },
            "latchkey-parent");
    watch.setDaemon(true);
    watch.start();
  }
}
