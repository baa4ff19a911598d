package dev.latchkey.sandbox.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Locale;
import java.util.Set;

/**
 * Lets in only requests made to a loopback name: a web page that rebinds its own name to 127.0.0.1
 * (DNS rebinding) still sends its own name as {@code Host}.
 */
public final class HostGate implements Handler {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  @Override
  public void handle(Context ctx) {
    String header = ctx.header("Host");
    if (header == null || !isLoopback(header) || !isLoopback(ctx.req().getServerName())) {
      throw Refusal.of(421, "This sandbox answers only to localhost, 127.0.0.1 and [::1].");
    }
  }

  private static boolean isLoopback(String authority) {
    String name = authority.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    return LOOPBACK.contains(name);
  }
}
