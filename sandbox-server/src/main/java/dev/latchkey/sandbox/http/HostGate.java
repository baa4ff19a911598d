package dev.latchkey.sandbox.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets in only requests made to a loopback name or to the sandbox's own: a web page that rebinds
 * its own name to the sandbox's address (DNS rebinding) still sends its own name as {@code Host}.
 */
public final class HostGate implements Handler {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  private final Set<String> names = new LinkedHashSet<>();

  /** Lets in requests made to these names as well. */
  public HostGate(Collection<String> more) {
    Stream.concat(LOOPBACK.stream(), more.stream())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .forEach(names::add);
  }

  @Override
  public void handle(Context ctx) {
    String header = ctx.header("Host");
    if (header == null || !isOurs(header) || !isOurs(ctx.req().getServerName())) {
      throw Refusal.of(421, "This sandbox answers only to " + String.join(", ", names) + ".");
    }
  }

  private boolean isOurs(String authority) {
    return names.contains(authority.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT));
  }
}
