package dev.latchkey.client.internal.paging;

/** Notices links that go round in a circle, by Brent's method: it remembers one of them. */
final class LoopCheck {

  private String remembered = "";
  private long steps;
  private long power = 1;

  void pass(String link) {
    if (link.equals(remembered)) {
      throw new PageWalk.Fault("The server's links from page to page go round in a circle.");
    }
    steps++;
    if (steps == power) {
      remembered = link;
      power *= 2;
      steps = 0;
    }
  }
}
