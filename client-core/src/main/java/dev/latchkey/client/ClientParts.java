package dev.latchkey.client;

import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.internal.pipeline.Exchange;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a client is made of.
 *
 * @param profile the profile's name
 * @param providerId the id of its provider
 * @param baseUrl where its service lives
 * @param authenticator the live source of its credential
 * @param credential gives that credential, within the time that a request has
 * @param way a request's way to the server
 * @param relaying the way of a request that is sent on for somebody else
 * @param paging how lists come in pages
 * @param properties the profile's own values by name
 * @param resources what else is held open
 * @param tokens where it keeps tokens
 * @param storeId the id of that, where the client has opened it itself
 * @param responses what is kept of responses
 */
record ClientParts(
    String profile,
    String providerId,
    URI baseUrl,
    Authenticator authenticator,
    Supplier<Credential> credential,
    Exchange way,
    Exchange relaying,
    ProfilePaging paging,
    Function<String, Optional<String>> properties,
    ClientResources resources,
    TokenStore tokens,
    Optional<String> storeId,
    KeptResponses responses) {

  void close() {
    resources.close();
    authenticator.close();
    if (storeId.isPresent()) {
      tokens.close();
    }
  }
}
