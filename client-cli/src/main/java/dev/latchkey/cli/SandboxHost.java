package dev.latchkey.cli;

import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxException;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Keeps a sandbox running, and tells how to use it. */
final class SandboxHost {

  private final Invocation invocation;

  SandboxHost(Invocation invocation) {
    this.invocation = invocation;
  }

  /** Runs a sandbox until the process is stopped. */
  void run(int port, Optional<Path> data) throws InterruptedException {
    SandboxOptions options = SandboxOptions.defaults().withPort(port);
    try (Sandbox sandbox = Sandbox.start(data.map(options::withDataDirectory).orElse(options))) {
      Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
      describe(sandbox);
      new CountDownLatch(1).await();
    } catch (SandboxException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  private void describe(Sandbox sandbox) {
    invocation.print("The sandbox is running at " + sandbox.url());
    invocation.print("  MGnify: " + sandbox.mgnifyUrl());
    invocation.print("  GoFigr: " + sandbox.gofigrUrl());
    for (SandboxUser user : sandbox.users()) {
      invocation.print("  user '" + user.username() + "', password '" + user.password() + "'");
    }
    invocation.print("Point the profiles at it:");
    invocation.print("  export LATCHKEY_PROFILES_MGNIFY_BASE_URL=" + sandbox.mgnifyUrl());
    invocation.print("  export GF_URL=" + sandbox.gofigrUrl());
    invocation.say("Stop it with Ctrl-C.");
  }
}
