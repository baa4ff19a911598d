package dev.latchkey.client;

import java.util.Optional;

/** What we call ourselves to servers (RFC 9110, section 10.1.5). */
final class UserAgent {

  private UserAgent() {}

  static String ofLibrary() {
    return "latchkey/"
        + Optional.ofNullable(UserAgent.class.getPackage().getImplementationVersion())
            .orElse("development");
  }
}
