package dev.latchkey.sandbox.fault;

import dev.latchkey.sandbox.http.Answers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/** Ends a request with an answer from the script. */
public final class ScriptedAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY = 429;

  private final transient Outage outage;

  ScriptedAnswer(Outage outage) {
    super("scripted", null, false, false);
    this.outage = outage;
  }

  /** Registers the answers. */
  public static void addTo(RoutesConfig routes) {
    routes.exception(ScriptedAnswer.class, (e, ctx) -> answer(ctx, e.outage));
  }

  private static void answer(Context ctx, Outage outage) {
    switch (outage.kind()) {
      case HTML ->
          Answers.html(
              ctx,
              outage.status(),
              "<html><body><h1>" + outage.status() + "</h1><p>nginx</p></body></html>\n");
      case LIMIT -> {
        ctx.header("Retry-After", Long.toString(outage.time().toSeconds()));
        Answers.json(ctx, TOO_MANY, Map.of("detail", "Request was throttled."));
      }
      default ->
          Answers.json(ctx, outage.status(), Map.of("detail", "Scripted: " + outage.status()));
    }
    outage.headers().forEach(ctx::header);
  }
}
