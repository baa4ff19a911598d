package dev.latchkey.cli.exec;

import dev.latchkey.client.ApiClient;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables by which other programs of a service know its credential and its place, such as
 * {@code GF_API_KEY} and {@code GF_URL}.
 *
 * @param token the variable of the credential
 * @param url the variable of the place
 * @param urlEnd what the place lacks at its end to be the base URL
 */
public record ServiceVariables(Optional<String> token, Optional<String> url, String urlEnd) {

  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

  /** {@return those of a client's profile} */
  public static ServiceVariables of(ApiClient client) {
    return new ServiceVariables(
        name(client, "token-variable"),
        name(client, "url-variable"),
        client.property("url-variable-end").orElse(""));
  }

  private static Optional<String> name(ApiClient client, String property) {
    Optional<String> name = client.property(property);
    if (name.isPresent() && !name.get().matches(NAME)) {
      throw new CannotRunException(
          "latchkey.profiles." + client.profile() + "." + property + " is no variable's name.",
          CannotRunException.USAGE);
    }
    return name;
  }

  Map<String, String> leadingTo(Access access) {
    Map<String, String> variables = new LinkedHashMap<>();
    token.ifPresent(name -> variables.put(name, access.token()));
    url.ifPresent(name -> variables.put(name, withoutEnd(access.baseUrl())));
    return variables;
  }

  private String withoutEnd(URI baseUrl) {
    String whole = baseUrl.toString();
    return !urlEnd.isEmpty() && whole.endsWith(urlEnd)
        ? whole.substring(0, whole.length() - urlEnd.length())
        : whole;
  }
}
