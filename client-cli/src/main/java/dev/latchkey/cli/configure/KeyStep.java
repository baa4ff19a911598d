package dev.latchkey.cli.configure;

import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.CreatedApiKey;
import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiStatusException;
import java.util.Map;

/** Takes a key that is pasted, or creates one, and makes sure that the server takes it. */
final class KeyStep {

  private static final String QUESTION = "API key (leave blank to generate a new key): ";
  private static final String SOURCE = "this answer";

  private final Dialogue dialogue;
  private final Clients clients;
  private final Unsaved unsaved;
  private final KeyPlacing target;

  KeyStep(Dialogue dialogue, Clients clients, Unsaved unsaved, KeyPlacing target) {
    this.dialogue = dialogue;
    this.clients = clients;
    this.unsaved = unsaved;
    this.target = target;
  }

  /** Takes the key that is given. */
  Secret use(Secret key) {
    try (ApiClient client = clients.open(Map.of("key", key.reveal()))) {
      client.get("user");
    }
    dialogue.say("  => Connected successfully");
    return key;
  }

  /** Asks for a key until there is one. */
  Secret run(ApiClient session) {
    for (int attempt = 0; attempt < Question.attempts(); attempt++) {
      String pasted = dialogue.askHidden(QUESTION).strip();
      try {
        return pasted.isEmpty() ? create(session) : use(Secret.token(pasted, SOURCE));
      } catch (ApiKeyException e) {
        if (e.status() != 400) {
          throw e;
        }
        dialogue.say(e.getMessage() + " Please try again.");
      } catch (InvalidSecretException e) {
        dialogue.say(e.getMessage() + " Please try again.");
      } catch (ApiStatusException e) {
        if (unsaved.isCreated() || (e.status() != 401 && e.status() != 403)) {
          throw e;
        }
        dialogue.say("The server refused this key: " + e.getMessage() + " Please try again.");
      }
    }
    throw Question.exhausted(QUESTION);
  }

  private Secret create(ApiClient session) {
    return create(session, Question.ask(dialogue, "Key name: ", Question::text));
  }

  /** Creates a key. What fails from here on names it. */
  Secret create(ApiClient session, String name) {
    CreatedApiKey created =
        session.ability(ApiKeys.class).orElseThrow().create(ApiKeyRequest.named(name));
    unsaved.created(created.key());
    dialogue.say("  => Created with id " + created.key().id());
    dialogue.say("  => Your new API key will be saved to " + target);
    return use(created.secret());
  }
}
