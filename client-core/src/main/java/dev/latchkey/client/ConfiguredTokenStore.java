package dev.latchkey.client;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthListener;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.internal.config.Configuration;
import dev.latchkey.client.internal.json.Json;
import dev.latchkey.client.internal.store.CacheDirectory;
import dev.latchkey.client.internal.store.FileTokenStore;
import dev.latchkey.client.internal.store.TokenJson;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The token store that the settings ask for: files in the user's cache directory, or memory. */
final class ConfiguredTokenStore {

  private static final String KIND = "latchkey.token-cache";
  private static final String DIRECTORY = "latchkey.cache-dir";

  private ConfiguredTokenStore() {}

  static TokenStore open(
      Configuration configuration, CacheDirectory directory, AuthListener listener) {
    String kind = configuration.text(KIND).orElse("file");
    return switch (kind) {
      case "memory" -> TokenStore.inMemory();
      case "file" -> {
        Optional<Path> found = directory.find(configuration.trustedText(DIRECTORY).map(Path::of));
        yield FileTokenStore.open(
            found,
            warning -> listener.on(AuthEvent.of(AuthEvent.Kind.DEGRADED, "token cache", warning)),
            new StoreJson());
      }
      default ->
          throw new AuthConfigurationException(
              KIND
                  + " from "
                  + configuration.source(KIND).orElse("an unknown source")
                  + " is not usable: use file or memory.");
    };
  }

  private static final class StoreJson implements TokenJson {

    @Override
    @SuppressWarnings("unchecked") // JSON has no other keys than strings
    public Map<String, Object> parse(String text) {
      if (Json.parse(text) instanceof Map<?, ?> object) {
        return (Map<String, Object>) object;
      }
      throw new IllegalArgumentException("not a JSON object");
    }

    @Override
    public String write(Map<String, Object> members) {
      return Json.write(members);
    }
  }
}
