package dev.latchkey.cli.lending;

import dev.latchkey.cli.proxy.AuditLog;
import dev.latchkey.cli.proxy.ProxyOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What callers of a proxy may do, and where it is noted. */
final class BrokerOptions {

  @Option(
      names = "--allow",
      paramLabel = "METHOD:PATH",
      description =
          "Allow only this, such as 'GET:studies/**'; may be given again. Unless given, every method"
              + " below the base URL. ** stands for anything, * for anything but a slash.")
  private List<String> allowed = List.of();

  @Option(
      names = "--audit",
      paramLabel = "FILE",
      description = "Add a line for each request to FILE, without anything secret.")
  private @Nullable Path audit;

  boolean areGiven() {
    return !allowed.isEmpty() || audit != null;
  }

  /** With a line for each request to the file, or else to {@code listener}. */
  ProxyOptions at(int port, Consumer<String> listener) {
    InstantSource clock = InstantSource.system();
    AuditLog log =
        Optional.ofNullable(audit)
            .map(file -> AuditLog.in(file, clock))
            .orElseGet(() -> AuditLog.to(listener, clock));
    return new ProxyOptions(port, allowed, log);
  }
}
