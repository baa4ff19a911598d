package dev.latchkey.sandbox.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Connector;

/** Time that passes in the middle of a request, with no thread that waits for its end. */
public final class Pause {
  private Pause() {}

  /** Ends the caller's part in the request now, and goes on with the request after {@code time}. */
  public static void of(Duration time, Context ctx) {
    then(time, ctx, resumed -> {});
  }

  /** The same, but {@code next} is the first to go on. */
  static void then(Duration time, Context ctx, Handler next) {
    Connector connector = Wire.connection(ctx).getConnector();
    ctx.future(
        () -> {
          CompletableFuture<Void> over = new CompletableFuture<>();
          Runnable goOn = () -> goOn(ctx, next, over);
          connector
              .getScheduler()
              .schedule(
                  () -> connector.getExecutor().execute(goOn),
                  time.toMillis(),
                  TimeUnit.MILLISECONDS);
          return over;
        });
  }

  private static void goOn(Context ctx, Handler next, CompletableFuture<Void> over) {
    try {
      next.handle(ctx);
    } catch (Exception e) {
      over.completeExceptionally(e);
      return;
    }
    over.complete(null);
  }
}
