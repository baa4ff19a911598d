package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.Authenticator;

/** What may answer in the place of the transport: a cache of responses. */
@FunctionalInterface
public interface ResponseCaching {

  /**
   * Gives a step that stands right before the transport, where a call carries its credential.
   *
   * @param next the rest of the way
   * @param authenticator whose credential it is
   */
  Exchange before(Exchange next, Authenticator authenticator);
}
