package dev.latchkey.client;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.client.internal.config.ProfileSettings;
import dev.latchkey.client.internal.paging.PagingRules;

/** How a profile's lists come in pages. Thread-safe. */
final class ProfilePaging {

  private static final String PAGING = "paging";

  /** What Django REST framework does unless told otherwise; a list without it is a single page. */
  private static final String USUAL = "next";

  private final ProfileSettings profile;
  private final String style;

  /** Fails where there is no such style. */
  ProfilePaging(ProfileSettings profile) {
    this.profile = profile;
    this.style = profile.text(PAGING).orElse(USUAL);
    if (!PagingRules.STYLES.contains(style)) {
      throw new AuthConfigurationException(
          "latchkey.profiles."
              + profile.name()
              + ".paging from "
              + profile.source(PAGING).orElse("an unknown source")
              + " is not usable: use one of "
              + String.join(", ", PagingRules.STYLES)
              + ".");
    }
  }

  /** Read when they are needed, which most programs never do. */
  PagingRules rules() {
    return PagingRules.of(style, profile.baseUrl(), name -> profile.text(PAGING + "." + name));
  }
}
