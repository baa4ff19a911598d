package dev.latchkey.client.internal.config;

import dev.latchkey.auth.Secret;
import dev.latchkey.auth.Setting;
import dev.latchkey.auth.Settings;
import java.util.List;

/** What the two providers declare, as far as these tests go. */
final class Declared {

  static final List<Setting> API_KEY =
      List.of(
          Setting.token("key", "The key."),
          Setting.text("scheme", "The scheme."),
          Setting.text("username", "Who."),
          Setting.password("password", "The password."));
  static final List<Setting> SLIDING =
      List.of(Setting.text("username", "Who."), Setting.password("password", "The password."));

  private Declared() {}

  static Settings apiKey(ProfileSettings profile) {
    return profile.settings("api-key", API_KEY);
  }

  static Settings sliding(ProfileSettings profile) {
    return profile.settings("sliding-jwt", SLIDING);
  }

  static String key(Ground ground) {
    return apiKey(ground.profile("gofigr")).token("key").map(Secret::reveal).orElse("none");
  }

  static String password(Ground ground) {
    return sliding(ground.profile("mgnify"))
        .password("password")
        .map(Secret::reveal)
        .orElse("none");
  }
}
