package dev.latchkey.client;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.ProfileList.Choice;
import dev.latchkey.client.ProfileList.Profile;
import dev.latchkey.client.internal.config.Configuration;
import dev.latchkey.client.internal.config.ProfileSettings;
import java.util.List;
import java.util.Optional;

/** Lists profiles, also those that cannot be used. */
final class ProfileCatalog {

  private final Configuration configuration;

  ProfileCatalog(Configuration configuration) {
    this.configuration = configuration;
  }

  ProfileList list(Optional<String> asked, TokenStore tokens) {
    List<Profile> profiles = configuration.profileNames().stream().map(this::profile).toList();
    try {
      Choice choice =
          new ProfileSelection(configuration, tokens)
              .choice(asked)
              .orElseThrow(configuration::undecided);
      return new ProfileList(profiles, Optional.of(choice), problemOf(choice.profile()));
    } catch (AuthConfigurationException e) {
      return new ProfileList(profiles, Optional.empty(), Optional.ofNullable(e.getMessage()));
    }
  }

  private Optional<String> problemOf(String name) {
    try {
      configuration.profile(name);
      return Optional.empty();
    } catch (AuthConfigurationException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private Profile profile(String name) {
    try {
      ProfileSettings settings = configuration.profile(name);
      return new Profile(
          name,
          Optional.of(settings.baseUrl()),
          settings.source("base-url"),
          settings.providerId(),
          configuration.isUsed(name),
          Optional.empty());
    } catch (AuthConfigurationException e) {
      return new Profile(
          name,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          configuration.isUsed(name),
          Optional.ofNullable(e.getMessage()));
    }
  }
}
