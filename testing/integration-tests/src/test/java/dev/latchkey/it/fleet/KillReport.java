package dev.latchkey.it.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What came of leaders that were killed, to be printed. For one thread. */
final class KillReport {

  private record Takeover(Duration took, boolean tookAnother) {}

  private final Map<KillStep, List<Takeover>> takeovers = new EnumMap<>(KillStep.class);

  /**
   * Adds a takeover.
   *
   * @param step where the leader was killed
   * @param requests how many had arrived when the next one had a token
   * @param took from the death until then
   */
  void add(KillStep step, long requests, Duration took) {
    takeovers
        .computeIfAbsent(step, none -> new ArrayList<>())
        .add(new Takeover(took, requests > 1));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    takeovers.forEach((step, some) -> text.append(line(step.toString(), some)));
    return line("all", takeovers.values().stream().flatMap(List::stream).toList()) + text;
  }

  private static String line(String name, List<Takeover> some) {
    List<Long> millis = some.stream().map(one -> one.took().toMillis()).sorted().toList();
    return ("Killed leaders, %s: %d, %d of which took a second request;"
            + " the next one had a token after %d ms (median), %d ms (longest).%n")
        .formatted(
            name,
            millis.size(),
            some.stream().filter(Takeover::tookAnother).count(),
            millis.get(millis.size() / 2),
            millis.get(millis.size() - 1));
  }
}
