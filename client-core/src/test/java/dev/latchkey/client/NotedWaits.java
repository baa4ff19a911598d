package dev.latchkey.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes whom a client waits for, and when that is over. Thread-safe. */
final class NotedWaits implements WaitListener {

  private final List<String> noted = new CopyOnWriteArrayList<>();

  List<String> noted() {
    return List.copyOf(noted);
  }

  @Override
  public void waiting(String whom) {
    noted.add(whom);
  }

  @Override
  public void over() {
    noted.add("over");
  }
}
