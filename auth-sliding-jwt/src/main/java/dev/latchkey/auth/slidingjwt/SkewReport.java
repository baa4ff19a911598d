package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthEvent;
import java.time.Duration;

/** Tells once that one of two clocks is wrong, and again after it was set right. */
final class SkewReport {

  private static final Duration TOLERABLE = Duration.ofMinutes(1);

  private final AuthContext context;
  private boolean told;

  SkewReport(AuthContext context) {
    this.context = context;
  }

  /** Notes how far the server's clock is ahead of ours. */
  void note(Duration ahead) {
    boolean worthTelling = ahead.abs().compareTo(TOLERABLE) > 0;
    if (worthTelling && !told) {
      context
          .listener()
          .on(AuthEvent.of(AuthEvent.Kind.DEGRADED, context.profile(), explanation(ahead)));
    }
    told = worthTelling;
  }

  private String explanation(Duration ahead) {
    return "The clock of this machine is "
        + text(ahead.abs())
        + (ahead.isNegative() ? " ahead of" : " behind")
        + " that of "
        + context.origin()
        + ". Tokens are used by the server's clock; set this one right.";
  }

  private static String text(Duration time) {
    Duration rounded = time.plusSeconds(30);
    return rounded.toHours() + " h " + rounded.toMinutesPart() + " min";
  }
}
