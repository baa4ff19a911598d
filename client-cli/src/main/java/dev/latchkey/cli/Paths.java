package dev.latchkey.cli;

import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiRequest;
import java.net.URI;

/** Makes a URL of a path that a person typed. */
final class Paths {

  private Paths() {}

  static URI url(ApiRequest request, ApiClient client) {
    try {
      return request.url(client.baseUrl());
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "The path cannot stand in a URL. Encode spaces and other special characters, or give"
              + " parameters with -p NAME=VALUE.");
    }
  }
}
