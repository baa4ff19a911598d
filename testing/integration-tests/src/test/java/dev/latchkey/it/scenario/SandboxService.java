package dev.latchkey.it.scenario;

import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.net.URI;
import java.time.Duration;

/** Our own twin. */
final class SandboxService implements SlidingService {

  private final Sandbox sandbox;
  private final SandboxUser user;

  SandboxService(Duration lifetime) {
    sandbox = Sandbox.start(SandboxOptions.defaults().withTokenLifetime(lifetime));
    user =
        sandbox.users().stream()
            .filter(u -> u.username().equals("Webin-12345"))
            .findFirst()
            .orElseThrow();
  }

  @Override
  public URI baseUrl() {
    return sandbox.mgnifyUrl();
  }

  @Override
  public String user() {
    return user.username();
  }

  @Override
  public String password() {
    return user.password();
  }

  @Override
  public long posts(String path) {
    return sandbox.requests().count("POST", baseUrl().getPath() + path);
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
