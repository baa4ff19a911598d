package dev.latchkey.client;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.ProfileList.Basis;
import dev.latchkey.client.ProfileList.Choice;
import dev.latchkey.client.internal.config.Configuration;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The one place that decides which profile is meant.
 *
 * @param configuration what is configured
 * @param tokens the tokens there are
 */
record ProfileSelection(Configuration configuration, TokenStore tokens) {

  private static final String PROPERTY = "latchkey.profile";

  /** {@return the profile, which need not exist, and why; empty when there is no telling} */
  Optional<Choice> choice(Optional<String> asked) {
    if (asked.isPresent()) {
      return Optional.of(new Choice(asked.get(), Basis.ASKED, "asked for by option or code"));
    }
    return configured().or(this::implied).or(this::withToken);
  }

  /** {@return what is set as the profile} */
  static Optional<String> configured(Configuration configuration) {
    return configuration.text(PROPERTY);
  }

  private Optional<Choice> configured() {
    return configured(configuration)
        .map(
            name ->
                new Choice(
                    name,
                    Basis.CONFIGURED,
                    PROPERTY + " from " + configuration.source(PROPERTY).orElseThrow()));
  }

  private Optional<Choice> implied() {
    return configuration
        .impliedProfile()
        .map(name -> new Choice(name, Basis.IMPLIED, "the only one that anything is set for"));
  }

  /** Whoever has logged in to one service, and configured none, means that one. */
  private Optional<Choice> withToken() {
    List<String> names =
        configuration.profileNames().stream().filter(this::hasToken).limit(2).toList();
    return names.size() == 1
        ? Optional.of(new Choice(names.get(0), Basis.STORED, "the only one that is logged in to"))
        : Optional.empty();
  }

  /** A store that cannot tell fails: to say that nobody has logged in would be wrong. */
  private boolean hasToken(String name) {
    return baseUrl(name).filter(url -> !tokens.keys(url).isEmpty()).isPresent();
  }

  private Optional<URI> baseUrl(String name) {
    try {
      return Optional.of(configuration.profile(name).baseUrl());
    } catch (AuthConfigurationException e) {
      return Optional.empty();
    }
  }
}
