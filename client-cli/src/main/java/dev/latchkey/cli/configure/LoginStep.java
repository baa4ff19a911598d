package dev.latchkey.cli.configure;

import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.ApiClient;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks for user name and password until the server takes them. */
final class LoginStep {

  /** As few as people know from elsewhere: a server may lock an account. */
  private static final int ATTEMPTS = 3;

  private final Dialogue dialogue;
  private final Clients clients;
  private final Consumer<ApiClient> login;

  /**
   * Takes what it needs.
   *
   * @param login logs a client in
   */
  LoginStep(Dialogue dialogue, Clients clients, Consumer<ApiClient> login) {
    this.dialogue = dialogue;
    this.clients = clients;
    this.login = login;
  }

  /** {@return the login; the caller closes it} */
  LoggedIn run(Optional<String> username) {
    for (int attempt = 1; ; attempt++) {
      Account account = ask(username);
      dialogue.say("Verifying connection...");
      try {
        return logIn(account);
      } catch (LoginRefusedException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        dialogue.say(e.getMessage() + " Please try again.");
      }
    }
  }

  private Account ask(Optional<String> username) {
    String user = username.orElseGet(() -> Question.ask(dialogue, "Username: ", Question::text));
    for (int attempt = 0; attempt < Question.attempts(); attempt++) {
      try {
        return new Account(user, Secret.password(dialogue.askHidden("Password: "), "this answer"));
      } catch (InvalidSecretException e) {
        dialogue.say(e.getMessage() + " Please try again.");
      }
    }
    throw Question.exhausted("Password:");
  }

  /** Logs in with what was answered, or with what is configured. */
  LoggedIn logIn(Account account) {
    ApiClient client = clients.open(account.settings());
    try {
      login.accept(client);
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
    dialogue.say("  => Authenticated successfully");
    return new LoggedIn(account, client);
  }
}
