package dev.latchkey.cli.credentials;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Login;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.output.Times;
import dev.latchkey.client.ApiClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Logs in and keeps the token. */
@Command(name = "login", description = "Log in with a user name and password, and keep the token.")
@Examples({
  "latchkey login --profile mgnify            asks for what is not set",
  "MG_USER=Webin-1 MG_PASSWORD=… latchkey login --profile mgnify --no-input"
})
public final class LoginCommand implements Callable<Integer> {

  private final Invocation invocation;

  /** Makes it for one run of the program. */
  public LoginCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      AuthStatus status = Abilities.require(client, Login.class, "log in").login();
      invocation.print("Authenticated successfully.");
      status
          .passwordNeededAt()
          .ifPresent(
              at ->
                  invocation.say(
                      "Logged in to profile '"
                          + client.profile()
                          + "' as "
                          + status.identity().orElse("an unnamed user")
                          + "; used regularly, the password is needed again about "
                          + Times.local(at)
                          + "."));
      return ExitCode.SUCCESS;
    }
  }
}
