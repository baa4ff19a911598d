package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Setting;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Puts an API key on requests: in a header with or without a scheme, or in a query parameter. Where
 * there is no key, but a user can log in, requests carry that session instead. Select it with
 * {@code latchkey.profiles.<profile>.provider=api-key}.
 */
public final class ApiKeyProvider implements AuthProvider {

  private final Waiting waiting;

  /** Makes the provider. */
  public ApiKeyProvider() {
    this(time -> TimeUnit.MILLISECONDS.sleep(time.toMillis()));
  }

  ApiKeyProvider(Waiting waiting) {
    this.waiting = waiting;
  }

  @Override
  public String id() {
    return "api-key";
  }

  @Override
  public String description() {
    return "A long-lived API key in a header or a query parameter.";
  }

  @Override
  public List<Setting> settings() {
    return ApiKeySettings.ALL;
  }

  @Override
  public Authenticator create(AuthContext context) {
    ApiKeySettings settings = ApiKeySettings.from(context.settings());
    Grant grant =
        switch (settings.login()) {
          case PASSWORD -> new PasswordGrant(context, settings);
          case DEVICE -> new DeviceGrant(context, settings, waiting);
        };
    return new ApiKeyAuthenticator(context, settings, new Session(context, grant));
  }
}
