package dev.latchkey.client;

import dev.latchkey.client.internal.json.Json;
import dev.latchkey.client.internal.pipeline.UrlParameters;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to a profile's service. Immutable: the {@code withX} methods give changed copies. */
public final class ApiRequest {

  private final String method;
  private final String path;
  private final List<Map.Entry<String, String>> query;
  private final Map<String, String> headers;
  private final byte @Nullable [] body;
  private final String contentType;
  private final boolean anonymous;

  private ApiRequest(Draft draft) {
    this.method = draft.method;
    this.path = draft.path;
    this.query = List.copyOf(draft.query);
    this.headers = Map.copyOf(draft.headers);
    this.body = draft.body;
    this.contentType = draft.contentType;
    this.anonymous = draft.anonymous;
  }

  /**
   * Describes a GET.
   *
   * @param path relative to the profile's base URL, or from its root where it starts with a slash;
   *     it may have a query
   * @return the request
   */
  public static ApiRequest get(String path) {
    return of("GET", path);
  }

  /**
   * Describes a request.
   *
   * @param method the HTTP method, in any case
   * @param path as in {@link #get(String)}
   * @return the request
   * @throws IllegalArgumentException when the method is no HTTP method
   */
  public static ApiRequest of(String method, String path) {
    if (!method.matches("[A-Za-z]{1,20}")) {
      throw new IllegalArgumentException("Not an HTTP method: " + method.length() + " characters");
    }
    return new ApiRequest(new Draft(method.toUpperCase(Locale.ROOT), path));
  }

  /**
   * Adds a query parameter.
   *
   * @param name its name
   * @param value its value, not yet encoded
   * @return the changed copy
   */
  public ApiRequest withQuery(String name, String value) {
    Draft draft = new Draft(this);
    draft.query.add(Map.entry(name, value));
    return new ApiRequest(draft);
  }

  /**
   * Sets a header.
   *
   * @param name its name
   * @param value its value
   * @return the changed copy
   * @throws IllegalArgumentException when it is one that a provider or the transport sets, or has
   *     line breaks
   */
  public ApiRequest withHeader(String name, String value) {
    if (ReservedHeaders.contains(name)) {
      throw new IllegalArgumentException("The header " + name + " is set by Latchkey.");
    }
    if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") || value.chars().anyMatch(c -> c < 0x20)) {
      throw new IllegalArgumentException("Not a header name and value.");
    }
    Draft draft = new Draft(this);
    draft.headers.put(name, value);
    return new ApiRequest(draft);
  }

  /**
   * Sets the body.
   *
   * @param bytes the body; copied
   * @param type its media type, such as {@code text/csv}
   * @return the changed copy
   */
  public ApiRequest withBody(byte[] bytes, String type) {
    Draft draft = new Draft(this);
    draft.body = bytes.clone();
    draft.contentType = type;
    return new ApiRequest(draft);
  }

  /**
   * Sets a JSON body.
   *
   * @param value maps, lists, strings, numbers, booleans, null, or the caller's own classes
   * @return the changed copy
   */
  public ApiRequest withJson(Object value) {
    return withBody(Json.write(value).getBytes(StandardCharsets.UTF_8), "application/json");
  }

  /**
   * Leaves the credential off.
   *
   * @return the changed copy
   */
  public ApiRequest anonymously() {
    Draft draft = new Draft(this);
    draft.anonymous = true;
    return new ApiRequest(draft);
  }

  /** {@return the HTTP method, in upper case} */
  public String method() {
    return method;
  }

  /** {@return the path, as it was given} */
  public String path() {
    return path;
  }

  /**
   * Resolves this request's URL.
   *
   * @param baseUrl the URL below which the service lives
   * @return the URL that would be called, without the credential
   * @throws IllegalArgumentException when the path cannot stand in a URL
   */
  public URI url(URI baseUrl) {
    URI target = baseUrl.resolve(path);
    for (Map.Entry<String, String> parameter : query) {
      target = UrlParameters.append(target, parameter.getKey(), parameter.getValue());
    }
    return target;
  }

  /** The same request to another place, which has its own query. */
  ApiRequest to(String otherPath) {
    Draft draft = new Draft(this, otherPath);
    draft.query.clear();
    return new ApiRequest(draft);
  }

  Map<String, String> headers() {
    return headers;
  }

  byte @Nullable [] body() {
    return body;
  }

  String contentType() {
    return contentType;
  }

  boolean isAnonymous() {
    return anonymous;
  }

  /** {@return method and path} */
  @Override
  public String toString() {
    return method + " " + path;
  }

  private static final class Draft {
    private final String method;
    private final String path;
    private final List<Map.Entry<String, String>> query;
    private final Map<String, String> headers;
    private byte @Nullable [] body;
    private String contentType = "";
    private boolean anonymous;

    Draft(String method, String path) {
      this.method = method;
      this.path = path;
      this.query = new ArrayList<>();
      this.headers = new LinkedHashMap<>();
    }

    Draft(ApiRequest request) {
      this(request, request.path);
    }

    Draft(ApiRequest request, String path) {
      this(request.method, path);
      this.query.addAll(request.query);
      this.headers.putAll(request.headers);
      this.body = request.body;
      this.contentType = request.contentType;
      this.anonymous = request.anonymous;
    }
  }
}
