package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.StoredToken;
import java.util.Optional;

/** A token in use: where it is stored, how it goes on a request, and what is planned for it. */
final class HeldToken {

  private final StoredToken stored;
  private final Credential credential;
  private final RenewalPlan plan;
  private final Optional<String> identity;
  private final long freshUntil;

  HeldToken(
      StoredToken stored, Credential credential, RenewalPlan plan, Optional<String> identity) {
    this.stored = stored;
    this.credential = credential;
    this.plan = plan;
    this.identity = identity;
    this.freshUntil = plan.renewAtMillis();
  }

  StoredToken stored() {
    return stored;
  }

  Credential credential() {
    return credential;
  }

  /** Until when the token is used without a second thought, in milliseconds since 1970. */
  long freshUntil() {
    return freshUntil;
  }

  RenewalPlan plan() {
    return plan;
  }

  String identity() {
    return identity.orElse(stored.key().user());
  }

  HeldToken withPlan(RenewalPlan changed) {
    return new HeldToken(stored, credential, changed, identity);
  }
}
