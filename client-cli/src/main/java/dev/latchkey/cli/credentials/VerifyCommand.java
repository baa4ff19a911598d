package dev.latchkey.cli.credentials;

import dev.latchkey.auth.TokenLifecycle;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.client.ApiClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Asks the server whether it accepts the token. */
@Command(
    name = "verify",
    description = "Ask the server whether it accepts the token.",
    footer = {"", "Exits with 0 when it does and with 4 when it does not."})
@Examples({"latchkey verify --profile mgnify && echo accepted"})
public final class VerifyCommand implements Callable<Integer> {

  private final Invocation invocation;

  /** Makes it for one run of the program. */
  public VerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      if (Abilities.require(client, TokenLifecycle.class, "verify a token").verify()) {
        invocation.print("The token is valid.");
        return ExitCode.SUCCESS;
      }
      invocation.say(
          "latchkey: The server does not accept the token. Run 'latchkey login --profile "
              + client.profile()
              + "'.");
      return ExitCode.NOT_AUTHENTICATED;
    }
  }
}
