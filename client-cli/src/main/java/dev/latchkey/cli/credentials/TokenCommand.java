package dev.latchkey.cli.credentials;

import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.client.ApiClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the credential alone. */
@Command(
    name = "token",
    description = "Print the credential alone, for use in scripts. It is a secret.")
@Examples({
  "latchkey token --profile mgnify | sed 's/^/Authorization: Bearer /' |",
  "  curl -H @- https://www.ebi.ac.uk/metagenomics/api/v2/my-data/studies/"
})
public final class TokenCommand implements Callable<Integer> {

  private final Invocation invocation;

  /** Makes it for one run of the program. */
  public TokenCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      invocation.print(client.credential().secret().reveal());
      return ExitCode.SUCCESS;
    }
  }
}
