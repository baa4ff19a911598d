package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
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

  Secret password(TokenKey key) {
    return context
        .settings()
        .password(SlidingJwtSettings.PASSWORD)
        .orElseGet(
            () ->
                prompt()
                    .askPassword("Password for " + key.user() + " at " + context.origin() + ": "));
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
