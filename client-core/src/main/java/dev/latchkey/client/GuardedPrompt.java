package dev.latchkey.client;

import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.internal.config.ProfileSettings;
import java.util.concurrent.atomic.AtomicLong;

/** Asks for nothing that would go to a URL which somebody may have planted. */
final class GuardedPrompt implements Prompt {

  private final Prompt next;
  private final ProfileSettings profile;
  private final AtomicLong questions = new AtomicLong();

  GuardedPrompt(Prompt next, ProfileSettings profile) {
    this.next = next;
    this.profile = profile;
  }

  /** {@return how often a person has been asked or told something so far} */
  long questions() {
    return questions.get();
  }

  private Prompt next() {
    profile.requireTrustedUrl();
    questions.incrementAndGet();
    return next;
  }

  @Override
  public boolean isAvailable() {
    return next.isAvailable();
  }

  @Override
  public String ask(String question) {
    return next().ask(question);
  }

  @Override
  public Secret askPassword(String question) {
    return next().askPassword(question);
  }

  @Override
  public void tell(String line) {
    next().tell(line);
  }
}
