package dev.latchkey.client.internal.pipeline;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Query parameters of URLs. */
public final class UrlParameters {

  private UrlParameters() {}

  /** {@return the URL with one more parameter, whose name and value are not yet encoded} */
  public static URI append(URI url, String name, String value) {
    String separator = url.getRawQuery() == null ? "?" : "&";
    return URI.create(url + separator + encoded(name) + "=" + encoded(value));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
