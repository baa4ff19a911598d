package dev.latchkey.client;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.client.internal.config.ProfileSettings;
import dev.latchkey.client.internal.paging.PagingRules;

/** Reads how a profile's lists come in pages. */
final class ProfilePaging {

  private static final String PAGING = "paging";

  /** What Django REST framework does unless told otherwise; a list without it is a single page. */
  private static final String USUAL = "next";

  private ProfilePaging() {}

  static PagingRules rules(ProfileSettings profile) {
    String style = profile.text(PAGING).orElse(USUAL);
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
    return PagingRules.of(style, profile.baseUrl(), name -> profile.text(PAGING + "." + name));
  }
}
