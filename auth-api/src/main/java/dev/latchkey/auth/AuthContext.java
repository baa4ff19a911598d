package dev.latchkey.auth;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What a client lends to an {@link Authenticator}: everything it may touch. Safe for use by several
 * threads.
 */
public interface AuthContext {

  /** {@return the name of the profile, for messages} */
  String profile();

  /** {@return the absolute URL below which the service lives, ending in a slash} */
  URI baseUrl();

  /** {@return the origin of {@link #baseUrl()}: the only one a credential may be sent to} */
  default Origin origin() {
    return Origin.of(baseUrl());
  }

  /** {@return the settings of this profile and provider} */
  Settings settings();

  /** {@return the clock to tell the time by} */
  InstantSource clock();

  /** {@return the way to call the service's authentication endpoints} */
  AuthExchange exchange();

  /** {@return where tokens are kept between runs} */
  TokenStore tokens();

  /** {@return the way to ask a person, which may be unavailable} */
  Prompt prompt();

  /** {@return whom to tell what happens} */
  AuthListener listener();

  /** {@return where logins and renewals run that nobody's thread waits in} */
  Executor executor();

  /**
   * {@return how long a request waits for its credential and its answer in all: whoever lets it
   * wait for somebody else should leave it some of that. Zero once the client is being closed,
   * which is no time to wait; 60 seconds unless the client says otherwise}
   */
  default Duration patience() {
    return Duration.ofSeconds(60);
  }
}
