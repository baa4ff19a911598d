package dev.latchkey.client;

import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.internal.config.ProfileSettings;

/** Asks for nothing that would go to a URL which somebody may have planted. */
final class GuardedPrompt implements Prompt {

  private final Prompt next;
  private final ProfileSettings profile;

  GuardedPrompt(Prompt next, ProfileSettings profile) {
    this.next = next;
    this.profile = profile;
  }

  @Override
  public boolean isAvailable() {
    return next.isAvailable();
  }

  @Override
  public String ask(String question) {
    profile.requireTrustedUrl();
    return next.ask(question);
  }

  @Override
  public Secret askPassword(String question) {
    profile.requireTrustedUrl();
    return next.askPassword(question);
  }

  @Override
  public void tell(String line) {
    profile.requireTrustedUrl();
    next.tell(line);
  }
}
