package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Rejection;
import java.util.Optional;

/** Tells a refusal of the token from every other failure. */
final class Rejections {

  private Rejections() {}

  /**
   * Whether the server says that the token is not valid: by simplejwt's and ninja's code, or by RFC
   * 6750, section 3.1. A 401 that says neither may come from a proxy or be about something else.
   */
  static boolean isAboutToken(Rejection rejection) {
    return rejection.status() == 401
        && (rejection.code().filter("token_not_valid"::equals).isPresent()
            || rejection.challenge().filter(c -> c.contains("invalid_token")).isPresent());
  }

  /** The same of a refused renewal. */
  static boolean isAboutToken(LoginRefusedException e) {
    return isAboutToken(new Rejection(e.status(), Optional.empty(), e.code()));
  }
}
