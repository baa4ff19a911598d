package dev.latchkey.client.internal.hc5;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A timer whose thread keeps no program alive, and is started only when it is first needed. */
final class DaemonTimer {

  private DaemonTimer() {}

  static ScheduledThreadPoolExecutor create() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "latchkey-timer");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
