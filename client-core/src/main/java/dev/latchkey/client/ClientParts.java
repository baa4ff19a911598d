package dev.latchkey.client;

import dev.latchkey.auth.Authenticator;
import dev.latchkey.client.internal.pipeline.Exchange;
import java.net.URI;

/**
 * What a client is made of.
 *
 * @param profile the profile's name
 * @param providerId the id of its provider
 * @param baseUrl where its service lives
 * @param authenticator the live source of its credential
 * @param way a request's way to the server
 * @param resources what else is held open
 */
record ClientParts(
    String profile,
    String providerId,
    URI baseUrl,
    Authenticator authenticator,
    Exchange way,
    ClientResources resources) {

  void close() {
    resources.close();
    authenticator.close();
  }
}
