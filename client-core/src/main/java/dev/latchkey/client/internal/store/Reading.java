package dev.latchkey.client.internal.store;

import dev.latchkey.auth.StoredToken;
import java.util.Optional;

/**
 * What a token file turned out to hold.
 *
 * @param kind in one word
 * @param token the token, present exactly when one was found
 */
record Reading(Kind kind, Optional<StoredToken> token) {

  static final Reading ABSENT = new Reading(Kind.ABSENT, Optional.empty());
  static final Reading DAMAGED = new Reading(Kind.DAMAGED, Optional.empty());
  static final Reading NEWER = new Reading(Kind.NEWER, Optional.empty());

  enum Kind {
    ABSENT,
    FOUND,
    DAMAGED,
    /** Written by a later version of this library. */
    NEWER
  }

  static Reading found(StoredToken token) {
    return new Reading(Kind.FOUND, Optional.of(token));
  }
}
