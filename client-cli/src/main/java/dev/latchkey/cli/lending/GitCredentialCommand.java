package dev.latchkey.cli.lending;

import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Rejection;
import dev.latchkey.cli.exec.CannotRunException;
import dev.latchkey.cli.exec.GitQuestion;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.client.ApiClient;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives git the credential, for the profile's own origin. */
@Command(
    name = "git-credential",
    description = "Give git the credential of a profile, for its own origin alone.")
@Examples({
  "git config --global credential.https://git.example.org.helper \\",
  "  '!latchkey git-credential --profile lab'"
})
public final class GitCredentialCommand implements Callable<Integer> {

  private static final int REFUSED = 401;

  private final Invocation invocation;

  @Parameters(
      paramLabel = "get|store|erase",
      description = "What git wants. Nothing is stored here; others than these are ignored.")
  private String operation = "";

  /** Makes it for one run of the program. */
  public GitCredentialCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /**
   * The command with nothing but what git wants.
   *
   * @param operation what git wants
   * @param invocation what it works with
   */
  public static GitCredentialCommand of(String operation, Invocation invocation) {
    GitCredentialCommand command = new GitCredentialCommand(invocation);
    command.operation = operation;
    return command;
  }

  @Override
  public Integer call() {
    boolean gets = operation.equals("get");
    if (!gets && !operation.equals("erase")) {
      return ExitCode.SUCCESS;
    }
    try {
      GitQuestion question = GitQuestion.read(invocation.streams().in());
      try (ApiClient client = invocation.open()) {
        if (question.isAbout(Origin.of(client.baseUrl()))) {
          answer(question, client, gets);
        }
      }
      return ExitCode.SUCCESS;
    } catch (CannotRunException e) {
      invocation.streams().say("latchkey: " + e.getMessage());
      return e.exitCode();
    }
  }

  /** To erase it says that the server has refused it; perhaps it can be renewed. */
  private void answer(GitQuestion question, ApiClient client, boolean gets) {
    Authenticator source = client.authenticator();
    Credential credential = client.credential();
    if (gets) {
      question.answer(credential, source.status().identity()).forEach(invocation::print);
    } else if (question.names(credential)) {
      source.rejected(credential, new Rejection(REFUSED, Optional.empty(), Optional.empty()));
    }
  }
}
