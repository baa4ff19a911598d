package dev.latchkey.auth.apikey;

import java.util.Optional;

/** A way to open a session, and to keep it open. */
interface Grant {

  /** Whether all it takes is configured, or there is a person to ask. Calls and asks nobody. */
  boolean isPossible();

  /** What a user can do where it is not possible: the end of "No API key. Set GF_API_KEY, or". */
  String alternative();

  /** Whose session it will be, and how it is opened; empty where nothing is known of it. */
  Optional<SessionOwner> owner();

  /** Opens a session. */
  SessionTokens obtain();

  /** Renews a session that has ended; empty where only a new one can follow it. */
  Optional<SessionTokens> renew(SessionTokens ended);
}
