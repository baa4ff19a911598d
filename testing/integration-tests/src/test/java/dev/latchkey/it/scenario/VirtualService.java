package dev.latchkey.it.scenario;

import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.testkit.FakeClock;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The sandbox at an address that stays, in a time in which hours pass at once. */
final class VirtualService implements SlidingService {

  private final FakeClock clock = FakeClock.atNewYear();
  private final Relay relay = new Relay();
  private final List<Sandbox> sandboxes = new ArrayList<>();
  private final SandboxOptions options;

  VirtualService(SandboxOptions options) {
    this.options = options.withClock(clock);
    startWithOtherKeys();
  }

  /** Starts another server in the place of the one before, which takes none of its tokens. */
  void startWithOtherKeys() {
    sandboxes.add(Sandbox.start(options));
    comeBack();
  }

  void goDown() {
    relay.leadNowhere();
  }

  void comeBack() {
    relay.leadTo(sandbox().url().getPort());
  }

  private Sandbox sandbox() {
    return sandboxes.get(sandboxes.size() - 1);
  }

  /** A client that shares the time of the service. */
  ApiClientBuilder client() {
    return ApiClient.builder()
        .profile("mgnify")
        .baseUrl(baseUrl())
        .setting("username", user())
        .setting("password", password())
        .clock(clock);
  }

  /** Lets time pass, but not while the client renews: in real life that takes no hours. */
  void pass(Duration time, ApiClient client) {
    for (int i = 0; i < 10_000 && isRenewing(client); i++) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    clock.advance(time);
  }

  private static boolean isRenewing(ApiClient client) {
    try {
      return client.authenticator().status().state() == AuthStatus.State.STALE;
    } catch (AuthException e) {
      return false;
    }
  }

  @Override
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + relay.port()).resolve(sandbox().mgnifyUrl().getPath());
  }

  @Override
  public String user() {
    return "Webin-12345";
  }

  @Override
  public String password() {
    return options.users().stream()
        .filter(user -> user.username().equals(user()))
        .map(SandboxUser::password)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public long posts(String path) {
    return sandboxes.stream()
        .mapToLong(sandbox -> sandbox.requests().count("POST", baseUrl().getPath() + path))
        .sum();
  }

  @Override
  public void close() {
    relay.close();
    sandboxes.forEach(Sandbox::close);
  }
}
