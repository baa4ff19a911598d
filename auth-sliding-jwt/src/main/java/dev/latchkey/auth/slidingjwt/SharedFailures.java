package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Refusal;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.TokenKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What all who use one token store tell each other of attempts that failed. A refused password is
 * everybody's for a while; that the service could not be reached, theirs who were waiting then.
 */
final class SharedFailures {

  private static final Duration REFUSAL_MEMORY = Duration.ofSeconds(30);

  private final AuthContext context;

  SharedFailures(AuthContext context) {
    this.context = context;
  }

  void note(TokenKey key, Secret password, LoginRefusedException e) {
    note(key, e.status(), Fingerprint.of(key, password));
  }

  private void note(TokenKey key, int status, String fingerprint) {
    context.tokens().noteRefusal(key, new Refusal(context.clock().instant(), status, fingerprint));
  }

  /** Does something, and notes if the service could not be reached for it. */
  HeldToken noted(TokenKey key, Supplier<HeldToken> act) {
    long start = System.nanoTime();
    try {
      return act.get();
    } catch (AuthUnavailableException e) {
      if (!isOnesOwnBusiness(e, start)) {
        note(key, e.status().orElse(0), Fingerprint.NONE);
      }
      throw e;
    }
  }

  /** An interrupt is, and so is a time too short for the server. */
  private boolean isOnesOwnBusiness(AuthUnavailableException e, long start) {
    boolean ranOutOfTime =
        e.status().isEmpty() && System.nanoTime() - start >= context.patience().toNanos();
    return ranOutOfTime || Thread.currentThread().isInterrupted();
  }

  /** Fails if the server has just refused the configured password to anybody. */
  void failIfRefused(TokenKey key) {
    Optional<Secret> password = context.settings().password(SlidingJwtSettings.PASSWORD);
    Instant now = context.clock().instant();
    context
        .tokens()
        .refusal(key)
        .filter(refusal -> isWithin(REFUSAL_MEMORY, refusal, now))
        .filter(
            refusal ->
                password
                    .filter(p -> refusal.fingerprint().equals(Fingerprint.of(key, p)))
                    .isPresent())
        .ifPresent(
            refusal -> {
              throw repeated(key, refusal);
            });
  }

  /** Tells whether an attempt of anybody has failed since then. */
  boolean areNotedSince(Instant began, TokenKey key) {
    return context.tokens().refusal(key).filter(note -> note.at().isAfter(began)).isPresent();
  }

  /** Fails if somebody else has found the service out of reach since then. */
  void failIfUnavailableSince(Instant began, TokenKey key) {
    failIfUnavailable(key, REFUSAL_MEMORY, note -> note.at().isAfter(began));
  }

  /** Fails if anybody has found the service out of reach for so long. */
  void failIfUnavailableWithin(Duration memory, TokenKey key) {
    failIfUnavailable(key, memory, note -> true);
  }

  private void failIfUnavailable(TokenKey key, Duration memory, Predicate<Refusal> counts) {
    context
        .tokens()
        .refusal(key)
        .filter(note -> note.fingerprint().equals(Fingerprint.NONE))
        .filter(note -> isWithin(memory, note, context.clock().instant()))
        .filter(counts)
        .ifPresent(
            note -> {
              throw new AuthUnavailableException(
                  "Another thread or process has just asked "
                      + context.origin()
                      + " for a token, in vain ("
                      + (note.status() == 0 ? "no answer" : "status " + note.status())
                      + "). Try again later.",
                  note.status());
            });
  }

  /** Tells whether a note is younger than that, whichever way the clock was set meanwhile. */
  static boolean isWithin(Duration memory, Refusal note, Instant now) {
    return Duration.between(note.at(), now).abs().compareTo(memory) < 0;
  }

  private static LoginRefusedException repeated(TokenKey key, Refusal refusal) {
    return new LoginRefusedException(
        "The server has just refused the user name or password of '"
            + key.user()
            + "' (status "
            + refusal.status()
            + "). To protect the account, it is asked again after "
            + REFUSAL_MEMORY.toSeconds()
            + " seconds, or by a login.",
        refusal.status(),
        Optional.empty());
  }
}
