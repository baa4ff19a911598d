package dev.latchkey.auth.apikey;

import dev.latchkey.auth.Settings;
import java.util.Locale;

/** How a session is opened. */
enum LoginWay {
  PASSWORD,
  DEVICE;

  static LoginWay from(Settings settings) {
    return switch (settings
        .text(ApiKeySettings.LOGIN, "password")
        .trim()
        .toLowerCase(Locale.ROOT)) {
      case "password" -> PASSWORD;
      case "device" -> DEVICE;
      default -> throw settings.invalid(ApiKeySettings.LOGIN, "use password or device");
    };
  }
}
