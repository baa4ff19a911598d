package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Refusal;
import dev.latchkey.auth.TokenKey;
import java.time.Duration;
import java.util.Optional;

/**
 * What all who use one token store tell each other of renewals that the server has refused, so that
 * nobody repeats them for an hour. Only an answer about the token counts. Thread-safe.
 */
final class RefusedRenewals {

  private static final Duration MEMORY = Duration.ofHours(1);

  private final AuthContext context;

  RefusedRenewals(AuthContext context) {
    this.context = context;
  }

  /** Notes that the server no longer renews a token, if that is what it said. */
  LoginRefusedException noted(HeldToken token, LoginRefusedException refusal) {
    note(keyOf(token), fingerprint(token), refusal);
    return refusal;
  }

  boolean include(HeldToken token) {
    return isNoted(keyOf(token), fingerprint(token));
  }

  void failIfIncluded(HeldToken token) {
    if (include(token)) {
      throw new LoginRefusedException(
          "The server has just refused to renew this token.", 401, Optional.empty());
    }
  }

  /** Notes that the server renews no token that has expired. */
  void noteForExpired(LoginRefusedException refusal) {
    note(keyForExpired(), Fingerprint.NONE, refusal);
  }

  boolean includeExpired() {
    return isNoted(keyForExpired(), Fingerprint.NONE);
  }

  private void note(TokenKey key, String fingerprint, LoginRefusedException refusal) {
    if (Rejections.isAboutToken(refusal)) {
      context
          .tokens()
          .noteRefusal(key, new Refusal(context.clock().instant(), refusal.status(), fingerprint));
    }
  }

  private boolean isNoted(TokenKey key, String fingerprint) {
    return context
        .tokens()
        .refusal(key)
        .filter(note -> note.fingerprint().equals(fingerprint))
        .filter(note -> SharedFailures.isWithin(MEMORY, note, context.clock().instant()))
        .isPresent();
  }

  private static String fingerprint(HeldToken token) {
    return Fingerprint.of(token.stored().key(), token.stored().token());
  }

  /** Apart from the note of a refused password, which a refused renewal must not replace. */
  private static TokenKey keyOf(HeldToken token) {
    TokenKey key = token.stored().key();
    return new TokenKey(key.baseUrl(), key.user() + " (renewal)");
  }

  private TokenKey keyForExpired() {
    return new TokenKey(context.baseUrl(), "(renewal after expiry)");
  }
}
