package dev.latchkey.auth.apikey;

import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Setting;
import dev.latchkey.auth.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The settings of this provider, read once. The secrets among them stay where they are. */
record ApiKeySettings(
    Placement placement,
    LoginWay login,
    Optional<String> tokenPath,
    Optional<String> refreshPath,
    Optional<String> infoPath,
    Optional<String> keysPath) {

  static final String KEY = "key";
  static final String USERNAME = "username";
  static final String PASSWORD = "password";
  static final String LOGIN = "login";

  private static final String HEADER = "header";
  private static final String SCHEME = "scheme";
  private static final String QUERY = "query";
  private static final String TOKEN_PATH = "token-path";
  private static final String REFRESH_PATH = "refresh-path";
  private static final String INFO_PATH = "info-path";
  private static final String KEYS_PATH = "keys-path";

  static final List<Setting> ALL =
      List.of(
          Setting.token(KEY, "The API key."),
          Setting.text(HEADER, "The header it goes into; Authorization unless set."),
          Setting.text(
              SCHEME,
              "What stands before it in the header, or none; Token in Authorization unless set."),
          Setting.text(QUERY, "The query parameter it goes into, instead of a header."),
          Setting.text(
              LOGIN, "How a session is opened: by password (unless set) or device, in a browser."),
          Setting.text(USERNAME, "Who manages API keys, or works without one."),
          Setting.password(PASSWORD, "That user's password."),
          Setting.text(TOKEN_PATH, "Where user name and password are exchanged for a session."),
          Setting.text(REFRESH_PATH, "Where such a session is renewed."),
          Setting.text(INFO_PATH, "Where the service says who handles logins by device."),
          Setting.text(KEYS_PATH, "Where API keys are managed."));

  static ApiKeySettings from(Settings settings) {
    return new ApiKeySettings(
        placement(settings),
        LoginWay.from(settings),
        settings.text(TOKEN_PATH),
        settings.text(REFRESH_PATH),
        settings.text(INFO_PATH),
        settings.text(KEYS_PATH));
  }

  private static Placement placement(Settings settings) {
    Optional<String> query = settings.text(QUERY);
    if (query.isPresent()) {
      return usable(settings, QUERY, () -> new Placement.Query(query.get()));
    }
    String header = settings.text(HEADER, "Authorization");
    usable(settings, HEADER, () -> new Placement.Header(header, ""));
    String scheme = settings.text(SCHEME, isAuthorization(header) ? "Token" : "");
    String prefix = scheme.equals("none") ? "" : scheme;
    return usable(settings, SCHEME, () -> new Placement.Header(header, prefix));
  }

  private static boolean isAuthorization(String header) {
    return header.equalsIgnoreCase("Authorization");
  }

  private static Placement usable(Settings settings, String name, Supplier<Placement> placement) {
    try {
      return placement.get();
    } catch (IllegalArgumentException e) {
      throw settings.invalid(name, "it has characters that cannot stand there");
    }
  }
}
