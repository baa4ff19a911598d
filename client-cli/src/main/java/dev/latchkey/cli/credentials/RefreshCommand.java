package dev.latchkey.cli.credentials;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.TokenLifecycle;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.output.Times;
import dev.latchkey.client.ApiClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Renews the token now. */
@Command(name = "refresh", description = "Renew the token now, early or not.")
@Examples({"latchkey refresh --profile mgnify"})
public final class RefreshCommand implements Callable<Integer> {

  private final Invocation invocation;

  /** Makes it for one run of the program. */
  public RefreshCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      AuthStatus status =
          Abilities.require(client, TokenLifecycle.class, "refresh a token").refresh();
      invocation.print("Renewed; valid until " + Times.local(status.expiresAt(), "revoked") + ".");
      return ExitCode.SUCCESS;
    }
  }
}
