package dev.latchkey.cli.credentials;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Login;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.TokenLosses;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.output.Times;
import dev.latchkey.client.ApiClient;
import java.util.Optional;
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
    TokenLosses losses = invocation.losses();
    try (ApiClient client =
        invocation.builder().prompt(invocation.prompt()).listener(losses).build()) {
      AuthStatus status = Abilities.require(client, Login.class, "log in").login();
      requireKept(client, losses);
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

  /** A store that has told of nothing keeps what it is given; another one is looked at afresh. */
  private void requireKept(ApiClient client, TokenLosses losses) {
    Optional<String> complaint = losses.complaint();
    if (complaint.isEmpty()) {
      return;
    }
    try (ApiClient fresh = invocation.builder().profile(client.profile()).build()) {
      if (!fresh.authenticator().status().isUsable()) {
        throw new AuthConfigurationException(complaint.get());
      }
    }
  }
}
