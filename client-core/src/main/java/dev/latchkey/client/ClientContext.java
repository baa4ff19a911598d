package dev.latchkey.client;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthExchange;
import dev.latchkey.auth.AuthListener;
import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Settings;
import dev.latchkey.auth.TokenStore;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;

/**
 * What a client lends to its authenticator.
 *
 * @param timeout how long a request may take
 */
record ClientContext(
    String profile,
    URI baseUrl,
    Settings settings,
    InstantSource clock,
    AuthExchange exchange,
    TokenStore tokens,
    Prompt prompt,
    AuthListener listener,
    ExecutorService executor,
    Duration timeout)
    implements AuthContext {

  @Override
  public Duration patience() {
    return executor.isShutdown() ? Duration.ZERO : timeout;
  }
}
