package dev.latchkey.sandbox.fault;

import dev.latchkey.sandbox.http.CommonHeaders;
import dev.latchkey.sandbox.http.Gone;
import dev.latchkey.sandbox.http.Pause;
import dev.latchkey.sandbox.http.RequestBody;
import dev.latchkey.sandbox.http.Wire;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** Lets happen to each request what the script says, before anybody works on it. */
public final class Faulty implements Handler {
  private final Script script;
  private final InstantSource clock;

  /** Follows {@code script}; dates are skewed from {@code clock}'s. */
  public Faulty(Script script, InstantSource clock) {
    this.script = script;
    this.clock = clock;
  }

  @Override
  public void handle(Context ctx) throws IOException {
    Optional<Outage> outage = script.next(ctx.method().name(), ctx.path());
    if (outage.isPresent()) {
      strike(ctx, outage.get());
    }
  }

  private void strike(Context ctx, Outage outage) throws IOException {
    switch (outage.kind()) {
      case DELAY -> Pause.of(outage.time(), ctx);
      case TRUNCATE -> Wire.cutAfter(ctx, outage.amount());
      case SKEW -> ctx.header("Date", CommonHeaders.date(clock.instant().plus(outage.time())));
      case DROP -> {
        RequestBody.read(ctx);
        Wire.drop(ctx);
        throw new Gone();
      }
      case RESET -> {
        RequestBody.read(ctx);
        Wire.reset(ctx);
        throw new Gone();
      }
      default -> {
        RequestBody.read(ctx);
        throw new ScriptedAnswer(outage);
      }
    }
  }
}
