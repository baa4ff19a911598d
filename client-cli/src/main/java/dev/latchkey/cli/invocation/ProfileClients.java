package dev.latchkey.cli.invocation;

import dev.latchkey.auth.Prompt;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Opens clients of a profile with settings that come before all others. */
public final class ProfileClients {

  private ProfileClients() {}

  /** {@return a client of that profile with these settings; the caller closes it} */
  public static ApiClient open(
      Invocation invocation, String profile, Optional<String> url, Map<String, String> settings) {
    return builder(invocation, profile, url, settings)
        .listener(invocation.streams().waiting())
        .build();
  }

  /** {@return what makes such a client} */
  public static ApiClientBuilder builder(
      Invocation invocation, String profile, Optional<String> url, Map<String, String> settings) {
    // Asks nothing itself; but whoever logs in at another device must be told where.
    Prompt prompt = "device".equals(settings.get("login")) ? invocation.prompt() : Prompt.none();
    ApiClientBuilder builder = invocation.builder().profile(profile).prompt(prompt);
    url.ifPresent(at -> setUrl(builder, profile, at));
    settings.forEach(builder::setting);
    // Credentials are tried out with them, of which the server alone can tell.
    return builder.property("latchkey.response-cache", "off");
  }

  private static void setUrl(ApiClientBuilder builder, String profile, String url) {
    if (profile.equals("gofigr")) {
      // As GoFigr's own clients are told it: without the path of the API.
      builder.property("GF_URL", url);
      return;
    }
    try {
      builder.baseUrl(URI.create(url));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--url takes a URL such as https://example.org/api/.");
    }
  }
}
