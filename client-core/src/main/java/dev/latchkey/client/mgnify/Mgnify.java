package dev.latchkey.client.mgnify;

import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiRequest;
import dev.latchkey.client.ApiResponse;
import dev.latchkey.client.Query;

/**
 * MGnify's data by name. Thread-safe; does not close the client.
 *
 * <pre>{@code
 * try (ApiClient client = ApiClient.forProfile("mgnify")) {
 *   Mgnify mgnify = new Mgnify(client);
 *   mgnify.privateStudies().stream().forEach(System.out::println);
 * }
 * }</pre>
 */
public final class Mgnify {

  private final ApiClient client;

  /**
   * Reads with a client.
   *
   * @param client of the profile {@code mgnify}, or another whose service is one
   */
  public Mgnify(ApiClient client) {
    this.client = client;
  }

  /**
   * The caller's own studies. Where no password is configured and no token stored, reading them
   * asks the client's {@link dev.latchkey.auth.Prompt}, such as {@code Prompt.console()}; where
   * there is nobody to ask, it fails with a {@link dev.latchkey.auth.CredentialMissingException}
   * that says what to do.
   *
   * @return the list
   */
  public Query privateStudies() {
    return list(MgnifyResource.PRIVATE_STUDIES);
  }

  /** {@return everybody's studies, which need no login} */
  public Query studies() {
    return list(MgnifyResource.STUDIES);
  }

  /**
   * Describes a list. Calls nothing.
   *
   * @param resource a list
   * @param values for its placeholders, such as an accession
   * @return the list
   * @throws IllegalArgumentException when it is no list, or the values do not fit
   */
  public Query list(MgnifyResource resource, String... values) {
    if (resource.kind() != MgnifyResource.Kind.LIST) {
      throw new IllegalArgumentException(resource + " is no list");
    }
    Query list = client.query(resource.path(values));
    return isPublic(resource) ? list.anonymously() : list;
  }

  /**
   * Gets an object.
   *
   * @param resource what to get
   * @param values for its placeholders, such as an accession
   * @return the answer
   * @throws IllegalArgumentException when the values do not fit
   * @throws dev.latchkey.client.ApiException as {@link ApiClient#get(String)} does
   */
  public ApiResponse get(MgnifyResource resource, String... values) {
    ApiRequest request = ApiRequest.get(resource.path(values));
    return client.send(isPublic(resource) ? request.anonymously() : request);
  }

  /** So that nobody need log in for it. */
  private static boolean isPublic(MgnifyResource resource) {
    return resource.access() == MgnifyResource.Access.NONE;
  }
}
