package dev.latchkey.it.fleet;

import dev.latchkey.auth.testkit.FakeClock;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Our own twin, whose clock is the fleet's. */
final class SandboxFleetService implements FleetService {

  private static final String USER = "Webin-12345";
  private static final String PASSWORD = "canary $pass";

  private final FakeClock clock = new FakeClock(Instant.now());
  private final Sandbox sandbox;

  SandboxFleetService() {
    // Long enough for a token that has expired to be renewed, where that is allowed.
    this(SandboxOptions.defaults().withRefreshWindow(Duration.ofDays(7)));
  }

  SandboxFleetService(SandboxOptions options) {
    sandbox =
        Sandbox.start(options.withClock(clock).withUsers(List.of(SandboxUser.of(USER, PASSWORD))));
  }

  @Override
  public URI baseUrl() {
    return sandbox.mgnifyUrl();
  }

  @Override
  public String user() {
    return USER;
  }

  @Override
  public String password() {
    return PASSWORD;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void pass(Duration time) {
    clock.advance(time);
  }

  @Override
  public void expire(Gate gate, Runnable login) {
    login.run();
    pass(Duration.ofHours(25));
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
