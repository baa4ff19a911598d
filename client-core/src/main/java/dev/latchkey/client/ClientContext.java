package dev.latchkey.client;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthExchange;
import dev.latchkey.auth.AuthListener;
import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Settings;
import dev.latchkey.auth.TokenStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** What a client lends to its authenticator. */
record ClientContext(
    String profile,
    URI baseUrl,
    Settings settings,
    InstantSource clock,
    AuthExchange exchange,
    TokenStore tokens,
    Prompt prompt,
    AuthListener listener,
    Executor executor)
    implements AuthContext {}
