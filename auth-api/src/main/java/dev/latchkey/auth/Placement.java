package dev.latchkey.auth;

/** Where a credential goes on a request. */
public sealed interface Placement {

  /**
   * In a header, as {@code name: scheme secret}, or as {@code name: secret} where there is no
   * scheme.
   *
   * @param name the header's name, such as {@code Authorization}
   * @param scheme the authentication scheme, such as {@code Bearer}; empty for none
   */
  record Header(String name, String scheme) implements Placement {

    /**
     * Refuses what RFC 9110 does not allow as a header name or scheme.
     *
     * @param name as above
     * @param scheme as above
     */
    public Header {
      if (!isHttpToken(name) || !(scheme.isEmpty() || isHttpToken(scheme))) {
        throw new IllegalArgumentException("Not a header name and scheme.");
      }
    }
  }

  /**
   * In a query parameter.
   *
   * @param name the parameter's name, such as {@code api_key}
   */
  record Query(String name) implements Placement {

    /**
     * Refuses names that would need escaping.
     *
     * @param name as above
     */
    public Query {
      if (!NameCharacters.make(name, NameCharacters.LETTERS + NameCharacters.DIGITS + "._~-")) {
        throw new IllegalArgumentException("Not a query parameter name.");
      }
    }
  }

  private static boolean isHttpToken(String text) {
    return NameCharacters.make(
        text, NameCharacters.LETTERS + NameCharacters.DIGITS + "!#$%&'*+.^_`|~-");
  }
}
