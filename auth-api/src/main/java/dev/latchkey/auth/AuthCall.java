package dev.latchkey.auth;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One call to an authentication endpoint, with a JSON object as its body. Immutable, and shows none
 * of its fields.
 */
public final class AuthCall {

  private final String method;
  private final String path;
  private final Map<String, Object> fields;
  private final Optional<Credential> credential;

  private AuthCall(
      String method, String path, Map<String, Object> fields, Optional<Credential> credential) {
    this.method = Objects.requireNonNull(method, "method");
    this.path = Objects.requireNonNull(path, "path");
    this.fields = Map.copyOf(fields);
    this.credential = credential;
  }

  /**
   * Describes a call without a body.
   *
   * @param method the HTTP method
   * @param path relative to the profile's base URL, or from its root where it starts with a slash
   * @return the call
   */
  public static AuthCall of(String method, String path) {
    return new AuthCall(method, path, Map.of(), Optional.empty());
  }

  /**
   * Describes a POST of a JSON object.
   *
   * @param path relative to the profile's base URL, or from its root where it starts with a slash
   * @param fields the object's fields; a {@link Secret} stands for its value
   * @return the call
   */
  public static AuthCall post(String path, Map<String, Object> fields) {
    return new AuthCall("POST", path, fields, Optional.empty());
  }

  /**
   * Gives a copy that carries a credential.
   *
   * @param credential what to put on the request
   * @return the copy
   */
  public AuthCall withCredential(Credential credential) {
    return new AuthCall(method, path, fields, Optional.of(credential));
  }

  /** {@return the HTTP method} */
  public String method() {
    return method;
  }

  /** {@return the path, relative to the profile's base URL, or from its root} */
  public String path() {
    return path;
  }

  /** {@return the fields of the JSON body; empty for no body} */
  public Map<String, Object> fields() {
    return fields;
  }

  /** {@return what to put on the request, if anything} */
  public Optional<Credential> credential() {
    return credential;
  }

  /** {@return method and path alone} */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
