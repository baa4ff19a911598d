package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiRequest;
import java.net.URI;

/** Makes a URL of a path that a person typed. */
final class Paths {

  static final String ADVICE =
      "The path cannot stand in a URL. Encode spaces and other special characters, or give"
          + " parameters with -p NAME=VALUE.";

  private Paths() {}

  static boolean isUsable(String path) {
    try {
      return ApiRequest.get(path).url(URI.create("https://example.org/")).getScheme() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static URI url(ApiRequest request, ApiClient client) {
    try {
      return request.url(client.baseUrl());
    } catch (IllegalArgumentException e) {
      throw new UsageException(ADVICE);
    }
  }
}
