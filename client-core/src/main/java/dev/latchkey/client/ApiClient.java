package dev.latchkey.client;

import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.internal.config.Configuration;
import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import dev.latchkey.client.internal.pipeline.Reply;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Authenticated access to one profile's service. It logs in when it must, renews before it is too
 * late, and sends the credential to the profile's own origin and nowhere else. Safe for use by
 * several threads; one instance serves a whole program.
 *
 * <pre>{@code
 * try (ApiClient client = ApiClient.forProfile("mgnify")) {
 *   System.out.println(client.get("my-data/studies/").text());
 * }
 * }</pre>
 */
public final class ApiClient implements AutoCloseable {

  private final ClientParts parts;

  ApiClient(ClientParts parts) {
    this.parts = parts;
  }

  /**
   * Opens a client for a profile, with settings from MicroProfile Config, {@code .env} and the
   * other usual places. Makes no network call.
   *
   * @param profile the profile's name, such as {@code mgnify}
   * @return the client; the caller closes it
   * @throws dev.latchkey.auth.AuthConfigurationException when the settings or the providers on the
   *     class path do not fit
   */
  public static ApiClient forProfile(String profile) {
    return builder().profile(profile).build();
  }

  /** {@return a builder, for everything that is not to come from the usual places} */
  public static ApiClientBuilder builder() {
    return new ApiClientBuilder();
  }

  /** {@return the profile's name} */
  public String profile() {
    return parts.profile();
  }

  /** {@return the URL below which the service lives, ending in a slash} */
  public URI baseUrl() {
    return parts.baseUrl();
  }

  /** {@return the id of the provider that authenticates} */
  public String provider() {
    return parts.providerId();
  }

  /**
   * Reads a value that is configured for the profile and belongs to neither provider nor client,
   * such as GoFigr's {@code workspace}.
   *
   * @param name its name below {@code latchkey.profiles.<profile>.}: lower-case letters, digits and
   *     hyphens
   * @return the value, or empty when it is not set
   * @throws IllegalArgumentException when it is no such name: the settings of a provider, some of
   *     which are secret, cannot be read
   */
  public Optional<String> property(String name) {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("Not the name of a profile's own property: " + name);
    }
    return parts.properties().apply(name);
  }

  /**
   * Gets a resource.
   *
   * @param path relative to the base URL, or from its root where it starts with a slash
   * @return the answer, with a status below 400
   * @throws ApiStatusException when the server answers with an error
   * @throws RequestFailedException when there is no answer
   * @throws AuthException when there is no credential to send, or no way to renew it
   */
  public ApiResponse get(String path) {
    return send(ApiRequest.get(path));
  }

  /**
   * Sends a request.
   *
   * @param request what to send
   * @return the answer, with a status below 400
   * @throws ApiStatusException when the server answers with an error
   * @throws RequestFailedException when there is no answer
   * @throws AuthException when there is no credential to send, or no way to renew it
   */
  public ApiResponse send(ApiRequest request) {
    return new ApiResponse(exchange(request));
  }

  /**
   * Describes a list to be read page by page. Calls nothing.
   *
   * @param path the list, as in {@link #get(String)}
   * @return the query, for as many pages and records as it is asked for
   * @throws IllegalArgumentException when the path cannot stand in a URL, or has the parameter by
   *     which pages are asked for
   */
  public Query query(String path) {
    return Query.of(this, ApiRequest.get(path));
  }

  /**
   * Describes the download of a file. Calls nothing.
   *
   * @param path the file, as in {@link #get(String)}; it may be an absolute URL elsewhere, which is
   *     asked without the credential
   * @return the download
   * @throws IllegalArgumentException when the path cannot stand in a URL
   */
  public Download download(String path) {
    return new Download(this, ApiRequest.get(path));
  }

  /**
   * Describes a request that is sent on for somebody else, such as the caller of a proxy. Calls
   * nothing.
   *
   * @param request what to send on; a body is given to the relay instead
   * @return the relay
   */
  public Relay relay(ApiRequest request) {
    return new Relay(this, request);
  }

  /**
   * Tells in which variables an environment holds credentials that Latchkey would use, or decides
   * where they go.
   *
   * @param environment variables by name
   * @return the names of those that a program that shall not have the credentials must not see
   */
  public static Set<String> credentialVariables(Map<String, String> environment) {
    return Configuration.credentialVariables(environment);
  }

  Reply exchange(ApiRequest request) {
    return exchange(request, call(request));
  }

  Reply exchange(ApiRequest request, Call.Sink sink) {
    return exchange(request, call(request).into(sink));
  }

  private Reply exchange(ApiRequest request, Call call) {
    try {
      Reply reply = parts.way().send(call);
      if (reply.status() >= 400) {
        throw ErrorAnswer.of(request, reply);
      }
      return reply;
    } catch (ExchangeException e) {
      throw RequestFailedException.of(e);
    }
  }

  ClientParts parts() {
    return parts;
  }

  private Call call(ApiRequest request) {
    Call call =
        Call.of(request.method(), request.url(parts.baseUrl()))
            .withHeader("Accept", "application/json");
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      call = call.withHeader(header.getKey(), header.getValue());
    }
    byte[] body = request.body();
    if (body != null) {
      call = call.withBody(body, request.contentType());
    }
    return request.isAnonymous() ? call.anonymously() : call;
  }

  /**
   * Does what {@link #get(String)} does without blocking the caller.
   *
   * @param path as there
   * @return a future that ends as the other call does
   */
  public CompletableFuture<ApiResponse> getAsync(String path) {
    return sendAsync(ApiRequest.get(path));
  }

  /**
   * Does what {@link #send(ApiRequest)} does without blocking the caller.
   *
   * @param request what to send
   * @return a future that ends as the other call does
   */
  public CompletableFuture<ApiResponse> sendAsync(ApiRequest request) {
    return CompletableFuture.supplyAsync(() -> send(request), parts.resources().threads());
  }

  /**
   * Gives the credential that this client's requests carry, for use with another client. Logs in or
   * renews it where that is needed, and waits no longer than a request may take, unless a person is
   * asked.
   *
   * @return the credential, for {@link #baseUrl()} and its origin alone
   * @throws RequestFailedException when it does not come in time
   * @throws AuthException when there is none, or no way to renew it
   */
  public Credential credential() {
    try {
      return parts.credential().get();
    } catch (ExchangeException e) {
      throw RequestFailedException.of(e);
    }
  }

  /** {@return the live source of the credential, which this client closes} */
  public Authenticator authenticator() {
    return parts.authenticator();
  }

  /** {@return where this client keeps tokens, which it closes if it has opened it} */
  public TokenStore tokens() {
    return parts.tokens();
  }

  /**
   * Tells which token store the settings ask for.
   *
   * @return its id, such as {@code file}; empty when the builder was given a store
   */
  public Optional<String> tokenStoreId() {
    return parts.storeId();
  }

  /**
   * Removes the responses to the present user that are kept on disk, where {@code
   * latchkey.response-cache} asks for that or did so before; those to all users of the service
   * where nobody is logged in. To be called before a logout, after which there is no telling whose
   * they were. Makes no network call.
   *
   * @return how many there were; 0 also where they cannot be removed, of which the listener is told
   */
  public int forgetResponses() {
    return parts.responses().forget(parts.authenticator(), Origin.of(parts.baseUrl()));
  }

  /**
   * Looks for an optional ability of the authenticator, such as {@link dev.latchkey.auth.Login},
   * {@link dev.latchkey.auth.TokenLifecycle} or {@link dev.latchkey.auth.ApiKeys}.
   *
   * @param type the ability
   * @param <T> the ability
   * @return the ability, or empty when this profile's provider has none
   */
  public <T> Optional<T> ability(Class<T> type) {
    return type.isInstance(parts.authenticator())
        ? Optional.of(type.cast(parts.authenticator()))
        : Optional.empty();
  }

  /** Waits for the answer to a renewal that is under way, then gives everything back. */
  @Override
  public void close() {
    parts.close();
  }

  /** {@return profile, provider and base URL} */
  @Override
  public String toString() {
    return "ApiClient[" + profile() + ", " + provider() + ", " + baseUrl() + "]";
  }
}
