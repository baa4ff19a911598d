package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Setting;
import dev.latchkey.auth.Settings;
import java.util.List;

/** The settings of this provider, read once. User name and password stay where they are. */
record SlidingJwtSettings(
    Placement placement, Paths paths, Fields fields, boolean refreshesAfterExpiry) {

  static final String USERNAME = "username";
  static final String PASSWORD = "password";

  private static final String OBTAIN_PATH = "obtain-path";
  private static final String REFRESH_PATH = "refresh-path";
  private static final String VERIFY_PATH = "verify-path";
  private static final String USERNAME_FIELD = "username-field";
  private static final String PASSWORD_FIELD = "password-field";
  private static final String TOKEN_FIELD = "token-field";
  private static final String USER_CLAIM = "user-claim";
  private static final String REFRESH_CLAIM = "refresh-claim";
  private static final String HEADER = "header";
  private static final String SCHEME = "scheme";
  private static final String REFRESH_AFTER_EXPIRY = "refresh-after-expiry";

  static final List<Setting> ALL =
      List.of(
          Setting.text(USERNAME, "Who logs in."),
          Setting.password(PASSWORD, "The password of whoever logs in."),
          Setting.text(OBTAIN_PATH, "Where a token is obtained; auth/sliding unless set."),
          Setting.text(REFRESH_PATH, "Where it is renewed; auth/sliding/refresh unless set."),
          Setting.text(VERIFY_PATH, "Where it is verified; auth/verify unless set."),
          Setting.text(USERNAME_FIELD, "The login's field for the user; username unless set."),
          Setting.text(PASSWORD_FIELD, "The login's field for the password; password unless set."),
          Setting.text(TOKEN_FIELD, "The field that holds a token; token unless set."),
          Setting.text(USER_CLAIM, "The claim that names the user; username unless set."),
          Setting.text(REFRESH_CLAIM, "The claim that ends renewal; refresh_exp unless set."),
          Setting.text(HEADER, "The header the token goes into; Authorization unless set."),
          Setting.text(SCHEME, "What stands before the token; Bearer unless set."),
          Setting.text(
              REFRESH_AFTER_EXPIRY,
              "true where the server renews a token that has expired; false unless set."));

  /** Relative to the base URL, or from its root. */
  record Paths(String obtain, String refresh, String verify) {}

  /** Names in JSON bodies and claims. */
  record Fields(
      String username, String password, String token, String userClaim, String refreshClaim) {}

  static SlidingJwtSettings from(Settings settings) {
    return new SlidingJwtSettings(
        placement(settings),
        new Paths(
            settings.text(OBTAIN_PATH, "auth/sliding"),
            settings.text(REFRESH_PATH, "auth/sliding/refresh"),
            settings.text(VERIFY_PATH, "auth/verify")),
        new Fields(
            settings.text(USERNAME_FIELD, "username"),
            settings.text(PASSWORD_FIELD, "password"),
            settings.text(TOKEN_FIELD, "token"),
            settings.text(USER_CLAIM, "username"),
            settings.text(REFRESH_CLAIM, "refresh_exp")),
        settings.isOn(REFRESH_AFTER_EXPIRY));
  }

  private static Placement placement(Settings settings) {
    try {
      return new Placement.Header(
          settings.text(HEADER, "Authorization"), settings.text(SCHEME, "Bearer"));
    } catch (IllegalArgumentException e) {
      throw settings.invalid(HEADER, "header and scheme have characters that cannot stand there");
    }
  }
}
