package dev.latchkey.client.internal.pipeline;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Query parameters of URLs. */
public final class UrlParameters {

  private UrlParameters() {}

  /** {@return the URL with one more parameter, whose name and value are not yet encoded} */
  public static URI append(URI url, String name, String value) {
    String separator = url.getRawQuery() == null ? "?" : "&";
    return URI.create(url + separator + encoded(name) + "=" + encoded(value));
  }

  /** {@return the names of the parameters of a URL} */
  public static Set<String> names(URI url) {
    String query = url.getRawQuery() == null ? "" : url.getRawQuery();
    return Arrays.stream(query.split("&", -1))
        .map(parameter -> parameter.split("=", 2)[0])
        .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
        .collect(Collectors.toSet());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
