package dev.latchkey.cli.lending;

import dev.latchkey.auth.Origin;
import dev.latchkey.cli.exec.CannotRunException;
import dev.latchkey.cli.exec.ExecCredential;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.client.ApiClient;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Gives kubectl the credential, for a cluster at the profile's own origin. */
@Command(
    name = "exec-credential",
    description =
        "Give kubectl the credential of a profile (client.authentication.k8s.io), for a cluster at"
            + " its own origin alone.")
@Examples({
  "in a kubeconfig, for a user:",
  "  exec:",
  "    apiVersion: client.authentication.k8s.io/v1",
  "    command: latchkey",
  "    args: [exec-credential, --profile, lab, --no-input]",
  "    provideClusterInfo: true",
  "    interactiveMode: Never"
})
public final class ExecCredentialCommand implements Callable<Integer> {

  private final Invocation invocation;

  /** Makes it for one run of the program. */
  public ExecCredentialCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (ApiClient client = invocation.open()) {
      Origin origin = Origin.of(client.baseUrl());
      Optional<String> question = Optional.ofNullable(System.getenv(ExecCredential.QUESTION));
      ExecCredential asked = ExecCredential.asked(question, origin);
      invocation.print(asked.answer(client.credential()));
      return ExitCode.SUCCESS;
    } catch (CannotRunException e) {
      invocation.streams().say("latchkey: " + e.getMessage());
      return e.exitCode();
    }
  }
}
