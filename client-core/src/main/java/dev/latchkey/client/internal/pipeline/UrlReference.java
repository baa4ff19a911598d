package dev.latchkey.client.internal.pipeline;

import java.net.URI;

/** Resolves what stands for a URL in an answer (RFC 3986, section 5.2.2). */
public final class UrlReference {

  private UrlReference() {}

  /**
   * Resolves a reference.
   *
   * @param base the URL that gave the answer
   * @param reference what stands in it
   * @return the URL
   */
  public static URI resolve(URI base, URI reference) {
    if (!isWithoutPath(reference)) {
      return base.resolve(reference);
    }
    // By URI.resolve, which is older than RFC 3986, "?page=2" would lose the last part of the path.
    String query = reference.getRawQuery() == null ? base.getRawQuery() : reference.getRawQuery();
    String place = base.toString().replaceFirst("[?#].*", "");
    return URI.create(query == null ? place : place + "?" + query);
  }

  private static boolean isWithoutPath(URI reference) {
    return reference.getScheme() == null
        && reference.getRawAuthority() == null
        && reference.getRawPath().isEmpty();
  }
}
