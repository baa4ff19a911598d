package dev.latchkey.client;

import dev.latchkey.auth.Authenticator;
import dev.latchkey.client.internal.hc5.HttpTransport;
import dev.latchkey.client.internal.pipeline.Exchange;
import java.net.URI;
import java.util.concurrent.ExecutorService;

/**
 * What a client is made of.
 *
 * @param profile the profile's name
 * @param providerId the id of its provider
 * @param baseUrl where its service lives
 * @param authenticator the live source of its credential
 * @param way a request's way to the server
 * @param transport the end of that way
 * @param threads where background work runs
 */
record ClientParts(
    String profile,
    String providerId,
    URI baseUrl,
    Authenticator authenticator,
    Exchange way,
    HttpTransport transport,
    ExecutorService threads) {

  void close() {
    ClientThreads.finish(threads);
    authenticator.close();
    transport.close();
  }
}
