package dev.latchkey.cli.exec;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How a program is told the credential. */
public enum Format {
  /** In variables alone. */
  ENV,
  /** In a file with the header, as {@code curl -H @FILE} reads it. */
  HEADER,
  /** In a file of JSON. */
  JSON,
  /** In a {@code .netrc} file, as the password of HTTP's Basic authentication. */
  NETRC,
  /** In a configuration file of curl. */
  CURL;

  private static final String NOBODY = "latchkey";

  /** {@return what stands in the file; empty for no file} */
  Optional<String> file(Access access) {
    return switch (this) {
      case ENV -> Optional.empty();
      case HEADER -> Optional.of(header(access) + "\n");
      case JSON -> Optional.of(json(access));
      case NETRC -> Optional.of(netrc(access));
      case CURL ->
          Optional.of("header = \"" + header(access).replaceAll("[\"\\\\]", "\\\\$0") + "\"\n");
    };
  }

  private static String header(Access access) {
    return access.header().orElseThrow(Format::noHeader);
  }

  private static CannotRunException noHeader() {
    return new CannotRunException(
        "This profile's key goes into the query of the URL, not into a header. Use --format json,"
            + " or --broker.",
        CannotRunException.USAGE);
  }

  private static String json(Access access) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("schema", "latchkey.exec/1");
    fields.put("base_url", access.baseUrl().toString());
    fields.put("token", access.token());
    fields.put("header", access.header().orElse(null));
    fields.put("expires_at", access.expiresAt().map(Object::toString).orElse(null));
    Gson gson = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
    return gson.toJson(fields) + "\n";
  }

  /** Programs read quotes and comments in it in ways of their own. */
  private static String netrc(Access access) {
    String word = "[!-~&&[^\"'\\\\#]]+";
    if (!access.token().matches(word)) {
      throw new CannotRunException(
          "The credential has characters that .netrc files cannot hold. Use another --format.",
          CannotRunException.USAGE);
    }
    return "machine "
        + access.baseUrl().getHost().replaceAll("[\\[\\]]", "")
        + " login "
        + access.user().filter(user -> user.matches(word)).orElse(NOBODY)
        + " password "
        + access.token()
        + "\n";
  }
}
