package dev.latchkey.client;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.client.Diagnosis.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a client that can be opened. Stateless. */
final class ClientProblems {

  /** From here on, users are told that a clock is wrong. */
  private static final Duration NOTABLE = Duration.ofMinutes(1);

  private ClientProblems() {}

  /**
   * Tells each problem, with what to do about it.
   *
   * @param ways what there is to set for a credential
   */
  static List<String> of(Client client, List<String> ways) {
    List<String> problems = new ArrayList<>();
    // Who is known by name will log in when that is needed.
    if (client.status().state() == AuthStatus.State.ABSENT
        && client.status().identity().isEmpty()) {
      problems.add(
          "There is no credential for profile '"
              + client.profile()
              + "' ("
              + client.status().source()
              + "). Run 'latchkey configure --profile "
              + client.profile()
              + "'"
              + (ways.isEmpty() ? "" : ", or set " + String.join(", or ", ways))
              + ".");
    }
    client
        .serverAhead()
        .filter(ahead -> ahead.abs().compareTo(NOTABLE) > 0)
        .ifPresent(ahead -> problems.add(ofClock(ahead)));
    return problems;
  }

  private static String ofClock(Duration ahead) {
    return "The server's clock was "
        + ahead.abs().toSeconds()
        + " seconds "
        + (ahead.isNegative() ? "behind" : "ahead of")
        + " this machine's when it issued the token. Set this machine's clock; until then the"
        + " difference is allowed for.";
  }
}
