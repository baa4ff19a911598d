package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Setting;
import java.util.List;

/**
 * Logs in for a sliding JWT, as djangorestframework-simplejwt and django-ninja-jwt hand them out,
 * and keeps it valid. Select it with {@code latchkey.profiles.<profile>.provider=sliding-jwt}.
 * Without other settings it speaks to MGnify's paths.
 */
public final class SlidingJwtProvider implements AuthProvider {

  /** Makes the provider. */
  public SlidingJwtProvider() {}

  @Override
  public String id() {
    return "sliding-jwt";
  }

  @Override
  public String description() {
    return "One JWT from a user name and password, renewed with itself and kept between runs.";
  }

  @Override
  public List<Setting> settings() {
    return SlidingJwtSettings.ALL;
  }

  @Override
  public Authenticator create(AuthContext context) {
    return new SlidingJwtAuthenticator(context, SlidingJwtSettings.from(context.settings()));
  }
}
