package dev.latchkey.cli.configure;

import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.KeyringPlace;
import dev.latchkey.client.SettingsFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The dialogue that users of GoFigr know. For one thread. */
public final class GofigrWizard {

  private static final Pattern API_PATH = Pattern.compile("/api/v[0-9.]+/?$");

  private final Dialogue dialogue;
  private final Function<Optional<String>, Clients> clientsAt;
  private final SettingsFile target;
  private final KeyringPlace keyring;

  /**
   * Takes what it needs.
   *
   * @param clientsAt opens clients of the service at a URL, or at the configured one
   * @param target the file to write
   * @param keyring where the key can go instead
   */
  public GofigrWizard(
      Dialogue dialogue,
      Function<Optional<String>, Clients> clientsAt,
      SettingsFile target,
      KeyringPlace keyring) {
    this.dialogue = dialogue;
    this.clientsAt = clientsAt;
    this.target = target;
    this.keyring = keyring;
  }

  /**
   * Runs it to its end. Before that nothing is written.
   *
   * @return whether the key is in the keyring
   */
  public boolean run(Wishes wishes, Optional<String> wantedUrl) {
    target.requireChangeable();
    Headline.say(dialogue, "GoFigr");
    KeyPlacing placing = KeyPlacing.choose(dialogue, target, keyring, wishes);
    Optional<String> url =
        wishes.advanced() && wantedUrl.isEmpty() ? Optional.of(askUrl()) : wantedUrl;
    Clients clients = clientsAt.apply(url);
    String service = service(clients);
    try (Unsaved unsaved = Unsaved.watch(dialogue::warn)) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      Secret key = key(wishes, clients, new KeyStep(dialogue, clients, unsaved, placing));
      values.put("url", service);
      if (wishes.advanced()) {
        values.putAll(new AdvancedStep(dialogue).run());
      }
      try (ApiClient client = clients.open(Map.of("key", key.reveal()))) {
        new WorkspaceStep(dialogue)
            .run(client, wishes.workspace(), !wishes.configuredLogin())
            .ifPresent(id -> values.put("workspace", id));
      }
      placing.save(key, values);
      unsaved.saved();
    }
    dialogue.say("");
    boolean isInKeyring = placing.keyring().isPresent();
    dialogue.say(
        "Configuration saved to "
            + target.path()
            + (isInKeyring ? ", the API key in the keyring" : "")
            + ". Happy analysis!");
    return isInKeyring;
  }

  private Secret key(Wishes wishes, Clients clients, KeyStep step) {
    if (wishes.key().isPresent()) {
      return step.use(wishes.key().get());
    }
    try (LoggedIn login = login(wishes, clients)) {
      return wishes.keyName().isPresent()
          ? step.create(login.client(), wishes.keyName().get())
          : step.run(login.client());
    }
  }

  private LoggedIn login(Wishes wishes, Clients clients) {
    LoginStep login =
        new LoginStep(
            dialogue, clients, client -> client.ability(ApiKeys.class).orElseThrow().list());
    if (wishes.device()) {
      return login.logIn(Account.atDevice());
    }
    return wishes.configuredLogin()
        ? login.logIn(Account.configured(wishes.username()))
        : login.run(wishes.username());
  }

  private String askUrl() {
    String usual = service(clientsAt.apply(Optional.empty()));
    return Question.ask(
        dialogue,
        "API URL [" + usual + "]: ",
        answer -> {
          if (!answer.isEmpty() && !answer.matches("https?://[^\\s/?#@]+[^\\s?#@]*")) {
            throw new IllegalArgumentException("That is no URL such as " + usual + ".");
          }
          return answer.isEmpty() ? usual : answer;
        });
  }

  /** The URL as GoFigr's clients write it. */
  private static String service(Clients clients) {
    // With a secret from here, a URL that may have been planted is refused before anybody is asked.
    try (ApiClient client = clients.open(Map.of("password", "unused"))) {
      return API_PATH.matcher(client.baseUrl().toString()).replaceFirst("");
    }
  }
}
