package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Settings;
import dev.latchkey.auth.TokenKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whose token it is: the configured user, or the only one whose token is stored, or whoever answers
 * the prompt.
 */
final class Account {

  private final AuthContext context;

  Account(AuthContext context) {
    this.context = context;
  }

  /** The user, as far as that is known without asking. */
  Optional<TokenKey> known() {
    Optional<String> configured = context.settings().text(SlidingJwtSettings.USERNAME);
    if (configured.isPresent()) {
      return configured.map(this::key);
    }
    List<TokenKey> stored = context.tokens().keys(context.baseUrl());
    if (stored.size() > 1) {
      throw new CredentialMissingException(
          "There are tokens of several users for profile '"
              + context.profile()
              + "' ("
              + stored.stream().map(TokenKey::user).sorted().collect(Collectors.joining(", "))
              + "). Say whose to use with "
              + context.settings().nameForUsers(SlidingJwtSettings.USERNAME)
              + ".");
    }
    return stored.stream().findFirst();
  }

  /** The user to log in: configured or asked for. */
  TokenKey toLogIn() {
    return context
        .settings()
        .text(SlidingJwtSettings.USERNAME)
        .map(this::key)
        .orElseGet(() -> key(prompt().ask("Username for " + context.origin() + ": ")));
  }

  /** Tells whether a password comes from a person alone, as far as is known without asking. */
  boolean mustAsk() {
    return context.settings().source(SlidingJwtSettings.PASSWORD).isEmpty()
        && context.prompt().isAvailable();
  }

  Secret password(TokenKey key) {
    return context
        .settings()
        .password(SlidingJwtSettings.PASSWORD)
        .orElseGet(
            () ->
                prompt()
                    .askPassword("Password for " + key.user() + " at " + context.origin() + ": "));
  }

  /** What there is to tell while there is no token. */
  AuthStatus withoutToken() {
    Settings settings = context.settings();
    Optional<String> user = settings.text(SlidingJwtSettings.USERNAME);
    Optional<String> source =
        settings.source(SlidingJwtSettings.PASSWORD).filter(any -> user.isPresent());
    return new AuthStatus(
        AuthStatus.State.ABSENT,
        source.flatMap(any -> user),
        source
            .map(
                from ->
                    "not logged in yet; will log in as "
                        + user.orElse("")
                        + " at first use, with the password from "
                        + from)
            .orElse("not logged in"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private TokenKey key(String user) {
    return new TokenKey(context.baseUrl(), user);
  }

  private Prompt prompt() {
    if (!context.prompt().isAvailable()) {
      throw missing();
    }
    return context.prompt();
  }

  CredentialMissingException missing() {
    Settings names = context.settings();
    return new CredentialMissingException(
        "Not logged in to profile '"
            + context.profile()
            + "', and no user name and password to log in with. Set "
            + names.nameForUsers(SlidingJwtSettings.USERNAME)
            + " and "
            + names.nameForUsers(SlidingJwtSettings.PASSWORD)
            + ", or run 'latchkey login --profile "
            + context.profile()
            + "' in a terminal.");
  }
}
