package dev.latchkey.client;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthListener;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Origin;
import dev.latchkey.client.internal.cache.ResponseCache;
import dev.latchkey.client.internal.config.Configuration;
import dev.latchkey.client.internal.pipeline.ResponseCaching;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The cache of responses, where the settings ask for one; nothing of it is loaded otherwise.
 *
 * @param configuration the settings
 * @param provider the id of the provider whose users they are
 * @param clock the client's
 * @param listener is told of warnings
 */
record KeptResponses(
    Configuration configuration, String provider, InstantSource clock, AuthListener listener) {

  private static final String SETTING = "latchkey.response-cache";

  /** A file that was merely found cannot have private data written to the disk. */
  Optional<ResponseCaching> caching() {
    String wish = configuration.trustedText(SETTING).orElse("off");
    return switch (wish) {
      case "off" -> Optional.empty();
      case "disk" -> Optional.of(cache(directory().orElseThrow(KeptResponses::homeless)));
      default -> throw unknown();
    };
  }

  private Optional<Path> directory() {
    return ConfiguredTokenStore.directory(configuration);
  }

  private ResponseCache cache(Path directory) {
    return new ResponseCache(directory, provider, clock, this::warn);
  }

  private void warn(String warning) {
    listener.on(AuthEvent.of(AuthEvent.Kind.DEGRADED, "response cache", warning));
  }

  private static AuthConfigurationException homeless() {
    return new AuthConfigurationException(
        SETTING + "=disk needs a directory, and you have no home. Set latchkey.cache-dir.");
  }

  private AuthConfigurationException unknown() {
    return new AuthConfigurationException(
        SETTING
            + " from "
            + configuration.trusted("").source(SETTING).orElse("an unknown source")
            + " is not usable: use off or disk.");
  }

  /** Removes what is kept for the present user, also where the cache is off by now. */
  int forget(Authenticator authenticator, Origin origin) {
    Optional<Path> directory = directory();
    try {
      return directory.isPresent() ? cache(directory.get()).clear(authenticator, origin) : 0;
    } catch (IOException e) {
      warn(
          "Responses in "
              + directory.orElseThrow()
              + " could not be removed ("
              + e.getClass().getSimpleName()
              + "). Remove them yourself.");
      return 0;
    }
  }

  /** {@return nothing of the settings} */
  @Override
  public String toString() {
    return "KeptResponses[" + provider + "]";
  }
}
