package dev.latchkey.it.gofigr;

import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Secret;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxUser;

/** A person who answers a login by device as soon as they are told of it. */
final class Approval implements Prompt {

  private final Sandbox sandbox;
  private final Prompt notes;
  private boolean denies;

  Approval(Sandbox sandbox, Prompt notes) {
    this.sandbox = sandbox;
    this.notes = notes;
  }

  Approval denying() {
    denies = true;
    return this;
  }

  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public String ask(String question) {
    return notes.ask(question);
  }

  @Override
  public Secret askPassword(String question) {
    return notes.askPassword(question);
  }

  @Override
  public void tell(String line) {
    notes.tell(line);
    String code = sandbox.deviceLogins().waiting().get(0);
    if (denies) {
      sandbox.deviceLogins().deny(code);
    } else {
      sandbox.deviceLogins().approve(code, demo());
    }
  }

  private SandboxUser demo() {
    return sandbox.users().stream()
        .filter(user -> user.username().equals("demo"))
        .findFirst()
        .orElseThrow();
  }
}
