package dev.latchkey.cli.credentials;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.output.OutputOption;
import dev.latchkey.cli.output.Times;
import dev.latchkey.client.ApiClient;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what is known about the credential, without asking the server. */
@Command(
    name = "status",
    description = "Show what is known about the credential, without a network call.",
    footer = {
      "",
      "Exits with 0 when the credential can be used and with 4 as long as there is none,",
      "also where the next request would log in."
    })
@Examples({
  "latchkey status --profile mgnify",
  "latchkey status -o json | jq -r .state",
  "latchkey status --quiet >/dev/null || latchkey login"
})
public final class StatusCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Mixin private OutputOption output = new OutputOption();

  /** Makes it for one run of the program. */
  public StatusCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      AuthStatus status = client.authenticator().status();
      if (output.isJson()) {
        invocation.print(StatusDocument.of(client, status));
      } else {
        printForPeople(client, status);
      }
      return status.isUsable() ? ExitCode.SUCCESS : ExitCode.NOT_AUTHENTICATED;
    }
  }

  private void printForPeople(ApiClient client, AuthStatus status) {
    line("Profile", client.profile());
    line("Service", client.baseUrl().toString());
    line("Provider", client.provider());
    line("State", status.state().name().toLowerCase(Locale.ROOT));
    line("Source", status.source());
    status.identity().ifPresent(user -> line("User", user));
    status.expiresAt().ifPresent(at -> line("Valid until", Times.local(at)));
    status.renewsAt().ifPresent(at -> line("Renewed", Times.local(at)));
    status.passwordNeededAt().ifPresent(at -> line("Password", "needed about " + Times.local(at)));
  }

  private void line(String name, String value) {
    invocation.print(String.format(Locale.ROOT, "%-12s %s", name + ":", value));
  }
}
