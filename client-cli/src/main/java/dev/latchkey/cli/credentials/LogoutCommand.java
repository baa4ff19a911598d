package dev.latchkey.cli.credentials;

import dev.latchkey.auth.Login;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.client.ApiClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Forgets the token. */
@Command(
    name = "logout",
    description = {
      "Forget the token of a profile, and the user's responses in the response cache.",
      "A sliding token cannot be revoked: a copy of it elsewhere stays valid until it expires."
    })
@Examples({"latchkey logout --profile mgnify"})
public final class LogoutCommand implements Callable<Integer> {

  private final Invocation invocation;

  /** Makes it for one run of the program. */
  public LogoutCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      // First, since nobody knows afterwards whose they were.
      int responses = client.forgetResponses();
      if (responses > 0) {
        invocation.say("Removed from the response cache: " + responses + ".");
      }
      if (responses > 0 && client.ability(Login.class).isEmpty()) {
        return ExitCode.SUCCESS;
      }
      boolean was = Abilities.require(client, Login.class, "log out").logout();
      invocation.say(
          was
              ? "Logged out of profile '" + client.profile() + "'."
              : "Was not logged in to profile '" + client.profile() + "'.");
      return ExitCode.SUCCESS;
    }
  }
}
