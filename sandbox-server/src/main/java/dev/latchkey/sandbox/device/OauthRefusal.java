package dev.latchkey.sandbox.device;

import dev.latchkey.sandbox.http.Refusal;

/** Errors in the form of RFC 6749 section 5.2. */
final class OauthRefusal {
  private OauthRefusal() {}

  static Refusal of(String error, String description) {
    return of(400, error, description);
  }

  static Refusal of(int status, String error, String description) {
    return new Refusal(status, new Body(error, description))
        .withHeader("Cache-Control", "no-store");
  }

  private record Body(String error, String errorDescription) {}
}
