package dev.latchkey.client;

import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.internal.config.ConfigurationOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Builders that see nothing of the machine on which the tests run. */
final class Ground {

  private Ground() {}

  static ApiClientBuilder isolated(Path directory, Map<String, String> environment) {
    return ApiClient.builder()
        .tokens(TokenStore.inMemory())
        .options(options(directory, environment));
  }

  static ConfigurationOptions options(Path directory, Map<String, String> environment) {
    return ConfigurationOptions.ofProcess()
        .withEnvironment(environment)
        .withSystemProperties(Map.of())
        .withWorkingDirectory(directory)
        .withHomeDirectory(directory);
  }

  static ApiClientBuilder client(Path directory, URI baseUrl, AuthProvider provider) {
    return isolated(directory, Map.of()).profile("mgnify").baseUrl(baseUrl).provider(provider);
  }
}
