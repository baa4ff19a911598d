package dev.latchkey.benchmarks;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** What threads may see of one token that is published, rejected, renewed and forgotten. */
public final class TokenRaces {

  private TokenRaces() {}

  /** Two requests are rejected with the same token. */
  @JCStressTest
  @Outcome(id = "2, 2, 2", expect = ACCEPTABLE, desc = "one renewal")
  @Outcome(expect = FORBIDDEN, desc = "torn, seen again, or renewed twice")
  @State
  public static class Rejected {

    private final UsedToken token = new UsedToken(Duration.ofMinutes(1));

    @Actor
    public void one(III_Result result) {
      result.r1 = token.rejectAndUse();
    }

    @Actor
    public void other(III_Result result) {
      result.r2 = token.rejectAndUse();
    }

    @Arbiter
    public void afterwards(III_Result result) {
      result.r3 = token.use() == 2 ? token.issued() : -2;
    }
  }

  /** A stale token is rejected while another request renews it. */
  @JCStressTest
  @Outcome(
      id = {"2, 1, 2", "2, 2, 2"},
      expect = ACCEPTABLE,
      desc = "one renewal")
  @Outcome(expect = FORBIDDEN, desc = "torn, seen again, or renewed twice")
  @State
  public static class RejectedWhenStale {

    private final UsedToken token = new UsedToken(Duration.ofHours(13));

    @Actor
    public void one(III_Result result) {
      result.r1 = token.rejectAndUse();
    }

    @Actor
    public void other(III_Result result) {
      result.r2 = token.use();
    }

    @Arbiter
    public void afterwards(III_Result result) {
      result.r3 = token.use() == 2 ? token.issued() : -2;
    }
  }

  /** A stale token is forgotten while a request renews it. */
  @JCStressTest
  @Outcome(
      id = {"1, 0, 0", "1, 1, 0", "1, 2, 0"},
      expect = ACCEPTABLE,
      desc = "forgotten")
  @Outcome(expect = FORBIDDEN, desc = "torn, or back again")
  @State
  public static class ForgottenWhenStale {

    private final UsedToken token = new UsedToken(Duration.ofHours(13));

    @Actor
    public void one(III_Result result) {
      result.r1 = token.forget();
    }

    @Actor
    public void other(III_Result result) {
      result.r2 = token.use();
    }

    @Arbiter
    public void afterwards(III_Result result) {
      result.r3 = token.use();
    }
  }
}
