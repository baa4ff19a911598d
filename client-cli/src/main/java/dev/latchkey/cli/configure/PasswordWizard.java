package dev.latchkey.cli.configure;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Login;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dialogue for services with user name and password, such as MGnify. The password goes nowhere
 * but to the service, unless the user says so. For one thread.
 */
public final class PasswordWizard {

  private final Dialogue dialogue;
  private final Clients clients;
  private final List<Keeping> places;

  /**
   * Takes what it needs.
   *
   * @param places where user name and password can be kept
   */
  public PasswordWizard(Dialogue dialogue, Clients clients, List<Keeping> places) {
    this.dialogue = dialogue;
    this.clients = clients;
    this.places = List.copyOf(places);
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
    Optional<Keeping> place = wanted.isPresent() ? named(wanted.get()) : ask();
    if (place.isPresent() && account.values().isEmpty()) {
      throw new AuthConfigurationException(
          "User name and password are configured already: there is nothing to save.");
    }
    place.ifPresent(each -> each.keep(account));
    dialogue.say("");
    dialogue.say(
        place
            .map(each -> "Configuration saved to " + each.file() + ". Happy analysis!")
            .orElse("The token is kept until it expires; the password is not. Happy analysis!"));
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

  private Optional<Keeping> ask() {
    dialogue.say("");
    dialogue.say("The token is kept until it expires. Keep user name and password, too?");
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
