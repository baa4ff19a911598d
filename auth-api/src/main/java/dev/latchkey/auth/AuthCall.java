package dev.latchkey.auth;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One call to an authentication endpoint, with an object as its body: JSON, or a form. It goes to
 * the profile's own origin, or, without any credential, to another. Immutable, and shows none of
 * its fields.
 */
public final class AuthCall {

  private final String method;
  private final String path;
  private final Map<String, Object> fields;
  private final boolean form;
  private final Optional<Origin> elsewhere;
  private final Optional<Credential> credential;

  private AuthCall(Draft draft) {
    this.method = draft.method;
    this.path = draft.path;
    this.fields = draft.fields;
    this.form = draft.form;
    this.elsewhere = draft.elsewhere;
    this.credential = draft.credential;
  }

  /**
   * Describes a call without a body.
   *
   * @param method the HTTP method
   * @param path relative to the profile's base URL, or from its root where it starts with a slash
   * @return the call
   */
  public static AuthCall of(String method, String path) {
    return new AuthCall(new Draft(method, path, Map.of()));
  }

  /**
   * Describes a POST of an object, as JSON.
   *
   * @param path relative to the profile's base URL, or from its root where it starts with a slash
   * @param fields the object's fields; a {@link Secret} stands for its value
   * @return the call
   */
  public static AuthCall post(String path, Map<String, Object> fields) {
    return new AuthCall(new Draft("POST", path, fields));
  }

  /**
   * Gives a copy whose fields are sent as {@code application/x-www-form-urlencoded}.
   *
   * @return the copy
   */
  public AuthCall asForm() {
    Draft draft = new Draft(this);
    draft.form = true;
    return new AuthCall(draft);
  }

  /**
   * Gives a copy that goes to an origin of its own, where its path starts at the root. A credential
   * belongs to the profile's origin, so such a call carries none.
   *
   * @param origin where it goes, over TLS or to this machine
   * @return the copy
   * @throws IllegalArgumentException when the way there is open to others, the path is not from the
   *     root, or this call carries a credential
   */
  public AuthCall at(Origin origin) {
    if (!origin.isSecure()) {
      throw new IllegalArgumentException("Without TLS, nothing is sent to " + origin + ".");
    }
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException("The path elsewhere must start with one slash.");
    }
    if (credential.isPresent()) {
      throw bare();
    }
    Draft draft = new Draft(this);
    draft.elsewhere = Optional.of(origin);
    return new AuthCall(draft);
  }

  /**
   * Gives a copy that carries a credential.
   *
   * @param added what to put on the request
   * @return the copy
   * @throws IllegalArgumentException when this call goes to an origin of its own
   */
  public AuthCall withCredential(Credential added) {
    if (elsewhere.isPresent()) {
      throw bare();
    }
    Draft draft = new Draft(this);
    draft.credential = Optional.of(added);
    return new AuthCall(draft);
  }

  private static IllegalArgumentException bare() {
    return new IllegalArgumentException("A call to another origin carries no credential.");
  }

  /** {@return the HTTP method} */
  public String method() {
    return method;
  }

  /** {@return the path, relative to the profile's base URL, or from its origin's root} */
  public String path() {
    return path;
  }

  /** {@return the fields of the body; empty for no body} */
  public Map<String, Object> fields() {
    return fields;
  }

  /** {@return whether the fields are sent as a form, not as JSON} */
  public boolean isForm() {
    return form;
  }

  /** {@return where it goes, if not to the profile's own origin} */
  public Optional<Origin> elsewhere() {
    return elsewhere;
  }

  /** {@return what to put on the request, if anything} */
  public Optional<Credential> credential() {
    return credential;
  }

  /** Everything secret that the server is sent. */
  List<Secret> secrets() {
    Stream<Secret> ofFields =
        fields.values().stream().filter(Secret.class::isInstance).map(Secret.class::cast);
    return Stream.concat(credential.stream().map(Credential::secret), ofFields).toList();
  }

  /** {@return method and path alone, with the origin where it is not the profile's own} */
  @Override
  public String toString() {
    return method + " " + elsewhere.map(Origin::toString).orElse("") + path;
  }

  private static final class Draft {
    private final String method;
    private final String path;
    private final Map<String, Object> fields;
    private boolean form;
    private Optional<Origin> elsewhere = Optional.empty();
    private Optional<Credential> credential = Optional.empty();

    Draft(String method, String path, Map<String, Object> fields) {
      this.method = Objects.requireNonNull(method, "method");
      this.path = Objects.requireNonNull(path, "path");
      this.fields = Map.copyOf(fields);
    }

    Draft(AuthCall call) {
      this(call.method, call.path, call.fields);
      this.form = call.form;
      this.elsewhere = call.elsewhere;
      this.credential = call.credential;
    }
  }
}
