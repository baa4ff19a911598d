package dev.latchkey.cli.configure;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Login;
import dev.latchkey.client.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The dialogue for services with user name and password, such as MGnify. The password goes nowhere
 * but to the service, unless the user says so. For one thread.
 */
public final class PasswordWizard {

  private final Dialogue dialogue;
  private final Clients clients;
  private final List<Keeping> places;
  private final Supplier<Optional<String>> complaint;

  /**
   * Takes what it needs.
   *
   * @param places where user name and password can be kept
   * @param complaint what to tell of a token that is not kept, where something went wrong
   */
  public PasswordWizard(
      Dialogue dialogue,
      Clients clients,
      List<Keeping> places,
      Supplier<Optional<String>> complaint) {
    this.dialogue = dialogue;
    this.clients = clients;
    this.places = List.copyOf(places);
    this.complaint = complaint;
  }

  /**
   * Runs it to its end.
   *
   * @param service its name for people
   * @param wanted the name of a place, or {@code nowhere}; empty asks
   */
  public void run(String service, Wishes wishes, Optional<String> wanted) {
    Headline.say(dialogue, service);
    clients.open(Map.of("password", "unused")).close();
    LoginStep login =
        new LoginStep(
            dialogue, clients, client -> client.ability(Login.class).orElseThrow().login());
    Account account = account(wishes, login);
    boolean isKept = isKept(account);
    Optional<Keeping> place = wanted.isPresent() ? named(wanted.get()) : ask(isKept);
    if (place.isPresent() && account.values().isEmpty()) {
      throw new AuthConfigurationException(
          "User name and password are configured already: there is nothing to save.");
    }
    if (place.isEmpty() && !isKept && complaint.get().isPresent()) {
      throw new AuthConfigurationException(complaint.get().get());
    }
    place.ifPresent(each -> each.keep(account));
    dialogue.say("");
    dialogue.say(
        place
                .map(each -> "Configuration saved to " + each.file())
                .orElse(
                    isKept
                        ? "The token is kept until it expires; the password is not"
                        : "Neither the token nor the password is kept")
            + ". Happy analysis!");
  }

  /** Whether the next command finds the token. */
  private boolean isKept(Account account) {
    try (ApiClient fresh = clients.open(account.settings())) {
      return fresh.authenticator().status().isUsable();
    }
  }

  private static Account account(Wishes wishes, LoginStep login) {
    try (LoggedIn loggedIn =
        wishes.configuredLogin()
            ? login.logIn(Account.configured(wishes.username()))
            : login.run(wishes.username())) {
      return loggedIn.account();
    }
  }

  private Optional<Keeping> named(String wanted) {
    return places.stream().filter(place -> place.name().equals(wanted)).findFirst();
  }

  private Optional<Keeping> ask(boolean isKept) {
    dialogue.say("");
    dialogue.say(
        isKept
            ? "The token is kept until it expires. Keep user name and password, too?"
            : complaint.get().orElse("The token is not kept.") + " Keep user name and password?");
    dialogue.say("  [ 1] - no: I am asked again, or set variables");
    for (int i = 0; i < places.size(); i++) {
      Keeping place = places.get(i);
      dialogue.say("  [ " + (i + 2) + "] - " + place.description() + ": " + place.file());
    }
    int chosen =
        Question.ask(
            dialogue, "Selection [1]: ", answer -> Question.number(answer, 1, places.size() + 1));
    return chosen == 1 ? Optional.empty() : Optional.of(places.get(chosen - 2));
  }
}
